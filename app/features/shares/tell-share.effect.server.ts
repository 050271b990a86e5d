import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
import { managersOn, notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { TellShareInput } from './share-input.ts'
import { notePartnerAnswer, shareById } from './shares.store.server.ts'

/** Brings an answer to the lead, who reads it beside the part; a partner that was taken out meanwhile changes nothing. */
export const tellShare = defineEffect({
  name: 'share.tell',
  input: TellShareInput,
  run: async ({ transaction }, { shareId }) => {
    const share = await transaction(async ({ tx, operator }) => {
      const row = await shareById(tx, operator.id, shareId)
      return row && { ...row, partner: operator.name }
    })
    if (!share) return { told: false }
    const { shareKey, state, answeredOn, title, version, partner } = share
    return systemSteps('share.tell', share.leadId).transaction(async ({ tx, operator, now, today, record }) => {
      const engineeringId = await notePartnerAnswer(tx, operator.id, { shareKey, state, answeredOn })
      if (!engineeringId) return { told: false }
      await record({ name: `share.${state}`, subjectKind: 'engineering', subjectId: engineeringId, data: { partner } })
      for (const userId of await managersOn(tx, operator.id, today))
        await notifyOnce(tx, operator.id, now, `${shareId} ${version}`, {
          userId,
          kind: `share.${state}`,
          accompanimentId: null,
          data: { title: title ?? '', partner },
          address: `/o/${operator.slug}/collectifs/${engineeringId}/partage`,
        })
      return { told: true }
    })
  },
})
