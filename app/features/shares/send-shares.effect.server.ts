import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { partsOf } from './share.ts'
import { SendSharesInput } from './share-input.ts'
import { operatorPartsOf, proposeShare, sirensOf } from './shares.store.server.ts'

/**
 * Writes, in each partner's own tenancy, the row of what it is asked to carry: one transaction of the lead that reads,
 * then one of each partner that writes. Done twice, it writes the same.
 */
export const sendShares = defineEffect({
  name: 'share.send',
  input: SendSharesInput,
  run: async ({ transaction }, { engineeringId }) => {
    const sent = await transaction(async ({ tx, operator }) => {
      const engineering = await engineeringById(tx, operator.id, engineeringId)
      if (!engineering) return []
      const parts = await operatorPartsOf(tx, operator.id, engineeringId)
      const sums = partsOf(
        { quarters: engineering.orderedQuarters, cents: engineering.amountCents },
        parts.map(({ weight }) => weight),
      )
      const sirens = await sirensOf(tx, operator.id, engineeringId)
      const { title, startsOn, endsOn } = engineering
      return parts.flatMap(({ partnerId, isLead, shareKey }, index) => {
        const { quarters = null, cents: amountCents = null } = sums[index] ?? {}
        const share = { shareKey, leadId: operator.id, title, startsOn, endsOn, quarters, amountCents, sirens }
        return isLead ? [] : [{ partnerId, share }]
      })
    })
    for (const { partnerId, share } of sent)
      await systemSteps('share.send', partnerId).transaction(async ({ tx, operator, record }) => {
        const shareId = await proposeShare(tx, operator.id, share)
        const { title, quarters, amountCents } = share
        const data = { title, partner: operator.name, quarters, amountCents }
        if (shareId) await record({ name: 'share.proposed', subjectKind: 'share', subjectId: shareId, data })
      })
    return { sent: sent.length }
  },
})
