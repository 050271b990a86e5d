import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { managersOn, notify } from '#app/features/notifications/notify.store.server.ts'
import { receiveShare } from './received-shares.store.server.ts'
import { factsForPartners, nextWriting, noteWriting } from './share-facts.store.server.ts'
import { SendSharesInput } from './share-input.ts'
import { countOwnPart } from './shares.store.server.ts'

/**
 * Writes, in each partner's own tenancy, the row of what it carries and what its figures count of it: one transaction of
 * the lead that reads, then one of each partner that writes. Done twice or late, it ends the same.
 */
export const sendShares = defineEffect({
  name: 'share.send',
  input: SendSharesInput,
  run: async ({ transaction }, { engineeringId }) => {
    const written = await transaction(async ({ tx, operator }) => {
      const engineering = await engineeringById(tx, operator.id, engineeringId, { lock: true })
      const sent = engineering && (await nextWriting(tx, operator.id, engineeringId))
      if (sent === null) return { lead: operator.name, shares: [] }
      await countOwnPart(tx, operator.id, engineeringId)
      const facts = await factsForPartners(tx, operator.id, engineeringId)
      await noteWriting(tx, operator.id, engineeringId, sha256(JSON.stringify(facts)))
      const shares = facts.map(({ partnerId, share }) => ({ partnerId, share: { ...share, sent } }))
      return { lead: operator.name, shares }
    })
    for (const { partnerId, share } of written.shares)
      await systemSteps('share.send', partnerId).transaction(async ({ tx, operator, now, today, record }) => {
        const received = await receiveShare(tx, operator.id, share)
        if (!received?.isAsked) return
        const { title, quarters, amountCents } = share
        const data = { title, partner: operator.name, quarters, amountCents }
        await record({ name: 'share.proposed', subjectKind: 'share', subjectId: received.id, data })
        for (const userId of await managersOn(tx, operator.id, today))
          await notify(tx, operator.id, now, {
            userId,
            kind: 'share.proposed',
            accompanimentId: null,
            data: { title: title ?? '', partner: written.lead },
            address: `/o/${operator.slug}/collectifs/partages`,
          })
      })
    return { sent: written.shares.length }
  },
})
