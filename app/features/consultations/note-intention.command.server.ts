import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { IntentionInput } from './consultation-input.ts'
import { consultationOf, invitationsOf, noteIntention as note } from './consultations.store.server.ts'

/** A provider says whether an offer will come: she stops waiting for those who will not bid. */
export const noteIntention = defineCommand({
  name: 'consultation.note-intention',
  input: IntentionInput,
  subject: async ({ tx, operator }, { engineeringId, number, invitationId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true })
    const asked = await invitationsOf(tx, operator.id, engineeringId)
    const invitation = asked.find(({ id }) => id === invitationId)
    return engineering && invitation ? { engineering, invitation } : null
  },
  allow: isMember,
  run: async ({ tx, operator, today, record }, { engineeringId, invitationId, intention }, { invitation }) => {
    const consultation = await consultationOf(tx, operator.id, engineeringId)
    if (consultation?.decidedOn) return fail('consultation-decided')
    await note(tx, operator.id, { id: invitationId, intention, on: today })
    await record({
      name: 'consultation.intention-noted',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      data: { provider: invitation.provider, changes: { intention: [invitation.intention, intention] } },
    })
    return ok({ provider: invitation.provider })
  },
})
