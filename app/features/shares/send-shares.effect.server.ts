import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { managersOn, notify } from '#app/features/notifications/notify.store.server.ts'
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
      if (!engineering) return { lead: operator.name, shares: [] }
      const parts = await operatorPartsOf(tx, operator.id, engineeringId)
      const sums = partsOf(
        { quarters: engineering.orderedQuarters, cents: engineering.amountCents },
        parts.map(({ weight }) => weight),
      )
      const sirens = await sirensOf(tx, operator.id, engineeringId)
      const { title, startsOn, endsOn } = engineering
      const shares = parts.flatMap(({ partnerId, isLead, shareKey }, index) => {
        const { quarters = null, cents: amountCents = null } = sums[index] ?? {}
        const share = { shareKey, leadId: operator.id, title, startsOn, endsOn, quarters, amountCents, sirens }
        return isLead ? [] : [{ partnerId, share }]
      })
      return { lead: operator.name, shares }
    })
    for (const { partnerId, share } of sent.shares)
      await systemSteps('share.send', partnerId).transaction(async ({ tx, operator, now, today, record }) => {
        const shareId = await proposeShare(tx, operator.id, share)
        if (!shareId) return
        const { title, quarters, amountCents } = share
        const data = { title, partner: operator.name, quarters, amountCents }
        await record({ name: 'share.proposed', subjectKind: 'share', subjectId: shareId, data })
        for (const userId of await managersOn(tx, operator.id, today))
          await notify(tx, operator.id, now, {
            userId,
            kind: 'share.proposed',
            accompanimentId: null,
            data: { title: title ?? '', partner: sent.lead },
            address: `/o/${operator.slug}/collectifs/partages`,
          })
      })
    return { sent: sent.shares.length }
  },
})
