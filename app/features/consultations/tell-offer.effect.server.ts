import { defineEffect } from '#app/access/effect.server.ts'
import { engineeringAddress } from '#app/features/engineerings/engineering.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { managersOn, notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { invitationById } from './bids.store.server.ts'
import { offerTell } from './consultations.jobs.ts'
import { consultationOf } from './consultations.store.server.ts'

/** Who asked is told, once for each answer, whatever the number of times it runs. */
export const tellOffer = defineEffect({
  name: 'offer.tell',
  input: offerTell.payload,
  run: ({ transaction }, { invitationId, answerId }) =>
    transaction(async ({ tx, operator, now, today }) => {
      const invitation = await invitationById(tx, operator.id, invitationId)
      const engineering = invitation && (await engineeringById(tx, operator.id, invitation.engineeringId))
      if (!invitation || !engineering) return
      const { id, kind } = engineering
      const consultation = await consultationOf(tx, operator.id, id)
      const [member] = await membersOf(tx, operator.id, [id])
      const told = consultation?.openedBy ? [consultation.openedBy] : await managersOn(tx, operator.id, today)
      for (const userId of told)
        await notifyOnce(tx, operator.id, now, answerId, {
          userId,
          kind: invitation.intention === 'no' ? 'offer.refused' : 'offer.answered',
          accompanimentId: member?.accompanimentId ?? null,
          data: { provider: invitation.brief?.provider ?? '', title: engineering.title ?? '' },
          address: `${engineeringAddress(operator.slug, { id, kind, caseNumber: member?.number ?? null })}/consultation`,
        })
    }),
})
