import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { insertVolunteerTime } from './volunteer-time.store.server.ts'
import { addVolunteerTimeInput } from './volunteer-time-input.ts'

/** Time that volunteers gave to the accompaniment, with what it is worth: a line of the sheet that a funder asks for. */
export const addVolunteerTime = defineCommand({
  name: 'volunteering.add',
  input: addVolunteerTimeInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record, today },
    { number: _number, ...line },
    { row },
  ): Promise<Result<{ id: string }, Failure<'day-to-come'>>> => {
    if (line.doneOn > today) return fail('day-to-come', {}, 'doneOn')
    const id = await insertVolunteerTime(tx, operator.id, { accompanimentId: row.id, ...line })
    await record({
      name: 'volunteering.added',
      subjectKind: 'volunteer_time',
      subjectId: id,
      accompanimentId: row.id,
      data: { changes: changesBetween({}, line) },
    })
    return ok({ id })
  },
})
