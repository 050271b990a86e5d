import { isManager, isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { addAbsence, hasAbsenceWithin, lockAbsences } from './absences.store.server.ts'
import { isMemberKind } from './grant-rules.ts'
import { kindsOf } from './members.store.server.ts'
import { AbsenceInput } from './team-input.ts'

/** While she is away, what is meant for her goes to a colleague: hers to say, or her manager's. */
export const declareAbsence = defineCommand({
  name: 'member.declare-absence',
  input: AbsenceInput,
  subject: async ({ tx, operator, today }, { userId, delegateId }) => {
    await lockAbsences(tx, operator.id, userId)
    const isHere = async (id: string) => (await kindsOf(tx, operator.id, id, today)).some(isMemberKind)
    return (await isHere(userId)) && (await isHere(delegateId)) ? { userId } : null
  },
  allow: (actor, { userId }) => isMember(actor) && (isManager(actor) || ('userId' in actor && actor.userId === userId)),
  run: async ({ tx, operator, today, record }, absence) => {
    const { userId, delegateId, fromOn, toOn } = absence
    if (delegateId === userId) return fail('own-delegate', {}, 'delegateId')
    if (toOn < fromOn) return fail('ends-before', {}, 'toOn')
    if (toOn < today) return fail('absence-over', {}, 'toOn')
    if (toOn > addDays(fromOn, 366)) return fail('absence-too-long', {}, 'toOn')
    if (await hasAbsenceWithin(tx, operator.id, absence)) return fail('absence-overlaps', {}, 'fromOn')
    await addAbsence(tx, operator.id, absence)
    await record({
      name: 'member.absence-declared',
      subjectKind: 'member',
      subjectId: userId,
      data: { delegateId, fromOn, toOn },
    })
    return ok(null)
  },
})
