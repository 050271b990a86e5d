import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { todayInput } from './accompaniment-input.ts'
import { caseload } from './case-list.store.server.ts'
import { casesInWords } from './case-words.store.server.ts'

/** More than that is not a day's work: the list of cases holds them all. */
const shownAtMost = 100

/** What waits for the practitioner, late first; `vue=equipe` shows what waits for everybody. */
export const todayPage = defineQuery({
  name: 'accompaniment.today',
  input: todayInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { vue }) => {
    const userId = vue === 'equipe' || actor.kind !== 'member' ? null : actor.userId
    const rows = await caseload(tx, operator.id, { userId, today, limit: shownAtMost })
    return {
      base: `/o/${operator.slug}`,
      today,
      view: userId === null ? ('team' as const) : ('mine' as const),
      isFull: rows.length === shownAtMost,
      cases: await casesInWords(tx, operator.id, rows),
    }
  },
})
