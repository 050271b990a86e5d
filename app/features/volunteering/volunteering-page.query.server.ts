import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { totalOf, valueOfTime } from './value-of-time.ts'
import { lastRate, volunteerTimeOf } from './volunteer-time.store.server.ts'

/** The sheet of volunteer time of a case: its lines, what each is worth, and the whole. */
export const volunteeringPage = defineQuery({
  name: 'volunteering.page',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today }, _input, { row }) => {
    const lines = await volunteerTimeOf(tx, operator.id, row.id)
    return {
      number: row.number,
      today,
      lines: lines.map(line => ({ ...line, cents: valueOfTime(line) })),
      total: totalOf(lines),
      rate: await lastRate(tx, operator.id),
    }
  },
})
