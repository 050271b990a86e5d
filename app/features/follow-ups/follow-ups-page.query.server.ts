import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { line, object } from '#app/kernel/input.ts'
import { compared } from './comparison.ts'
import { accompanimentIdByNumber, t0Of, wavesOf } from './follow-up-answers.store.server.ts'
import { waveView } from './wave-view.ts'

/** The follow-up of one case: its waves, what was answered, and T0 beside each. */
export const followUpsPage = defineQuery({
  name: 'followUp.page',
  input: object({ number: line({ max: 40 }) }),
  subject: ({ tx, operator }, input) => accompanimentIdByNumber(tx, operator.id, input.number),
  allow: isMember,
  run: async ({ tx, operator, today }, { number }, { id }) => {
    const [t0, rows] = [await t0Of(tx, operator.id, id), await wavesOf(tx, operator.id, id)]
    const answered = rows.filter(row => row.state === 'answered')
    return {
      number,
      today,
      t0,
      comparison: compared(
        t0,
        answered.map(row => ({ wave: row.wave, measured: row })),
      ),
      answeredWaves: answered.map(row => row.wave),
      waves: rows.map(row => waveView(row, today)),
    }
  },
})
