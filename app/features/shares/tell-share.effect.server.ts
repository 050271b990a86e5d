import { defineEffect, systemSteps } from '#app/access/effect.server.ts'
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
    const { shareKey, state, answeredOn, partner } = share
    return systemSteps('share.tell', share.leadId).transaction(async ({ tx, operator, record }) => {
      const engineeringId = await notePartnerAnswer(tx, operator.id, { shareKey, state, answeredOn })
      if (engineeringId)
        await record({
          name: `share.${state}`,
          subjectKind: 'engineering',
          subjectId: engineeringId,
          data: { partner },
        })
      return { told: engineeringId !== null }
    })
  },
})
