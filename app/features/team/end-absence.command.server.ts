import { isManager, isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { ok } from '#app/kernel/result.ts'
import { absenceById, endAbsenceOn } from './absences.store.server.ts'
import { AbsenceChoiceInput } from './team-input.ts'

/** She is back, or does not leave after all: from now on what is meant for her comes to her. */
export const endAbsence = defineCommand({
  name: 'member.end-absence',
  input: AbsenceChoiceInput,
  subject: ({ tx, operator }, { absenceId }) => absenceById(tx, operator.id, absenceId),
  allow: (actor, { userId }) => isMember(actor) && (isManager(actor) || ('userId' in actor && actor.userId === userId)),
  run: async ({ tx, operator, today, record }, _input, absence) => {
    await endAbsenceOn(tx, operator.id, absence, today, addDays(today, -1))
    await record({ name: 'member.absence-ended', subjectKind: 'member', subjectId: absence.userId })
    return ok(null)
  },
})
