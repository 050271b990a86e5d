import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { todayInput } from './accompaniment-input.ts'
import { caseload } from './case-list.store.server.ts'
import { casesInWords } from './case-words.store.server.ts'

/** More than that is not a day's work: the list of cases holds them all. */
const shownAtMost = 100

/**
 * What waits for the practitioner, late first; `vue=equipe` shows what waits for everybody, which a manager without cases
 * sees at once.
 */
export const todayPage = defineQuery({
  name: 'accompaniment.today',
  input: todayInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { vue }) => {
    const of = (userId: string | null) => caseload(tx, operator.id, { userId, today, limit: shownAtMost })
    const mine = vue === 'equipe' || actor.kind !== 'member' ? null : await of(actor.userId)
    const isMine = mine !== null && (vue === 'miens' || mine.length > 0 || !isManager(actor))
    const rows = isMine ? mine : await of(null)
    return {
      base: `/o/${operator.slug}`,
      today,
      view: isMine ? ('mine' as const) : ('team' as const),
      isFull: rows.length === shownAtMost,
      cases: await casesInWords(tx, operator.id, rows),
    }
  },
})
