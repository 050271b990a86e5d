import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { managersOn, notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { shareById } from './received-shares.store.server.ts'
import { standingPart } from './share.ts'
import { TellShareInput } from './share-input.ts'
import { shareSend } from './shares.jobs.ts'
import { countOwnPart, engineeringOfKey, notePartnerAnswer } from './shares.store.server.ts'

/** Brings an answer to the lead, who reads it beside the part; a partner that was taken out meanwhile changes nothing. */
export const tellShare = defineEffect({
  name: 'share.tell',
  input: TellShareInput,
  run: async ({ transaction }, { shareId }) => {
    const share = await transaction(async ({ tx, operator }) => {
      const row = await shareById(tx, operator.id, shareId)
      return row && { ...row, partner: operator.name }
    })
    // Asked again meanwhile: there is no answer to bring.
    if (!share || share.state === 'proposed') return { told: false }
    const { shareKey, ask, state, answeredOn, title, version, partner, quarters, amountCents, wholeCents } = share
    const asked = { quarters, cents: amountCents, wholeCents }
    const answer = { shareKey, ask, version, state, answeredOn, asked, isAmended: standingPart(share) !== null }
    return systemSteps('share.tell', share.leadId).transaction(
      async ({ tx, operator, now, today, record, enqueue }) => {
        const engineeringId = await engineeringOfKey(tx, operator.id, shareKey)
        // Locked as by those who change the key, in the same order.
        if (!engineeringId || !(await engineeringById(tx, operator.id, engineeringId, { lock: true })))
          return { told: false }
        if (!(await notePartnerAnswer(tx, operator.id, answer))) return { told: false }
        await countOwnPart(tx, operator.id, engineeringId)
        // Only now does the part count with its partner: never in both at once.
        await enqueue(shareSend, { engineeringId }, `${shareId} answered ${version}`)
        await record({
          name: `share.${state}`,
          subjectKind: 'engineering',
          subjectId: engineeringId,
          data: { partner },
        })
        for (const userId of await managersOn(tx, operator.id, today))
          await notifyOnce(tx, operator.id, now, `${shareId} ${version}`, {
            userId,
            kind: `share.${state}`,
            accompanimentId: null,
            data: { title: title ?? '', partner },
            address: `/o/${operator.slug}/collectifs/${engineeringId}/partage`,
          })
        return { told: true }
      },
    )
  },
})
