import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { todayInput } from './accompaniment-input.ts'
import { caseload } from './case-list.store.server.ts'
import { labelOfState, stateLabels } from './state-labels.ts'

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
    const labels = stateLabels((await currentProgrammes(tx, operator.id)).map(({ definition }) => definition))
    const rows = await caseload(tx, operator.id, { userId, today, limit: shownAtMost })
    return {
      base: `/o/${operator.slug}`,
      today,
      view: userId === null ? ('team' as const) : ('mine' as const),
      isFull: rows.length === shownAtMost,
      cases: rows.map(({ total: _total, state, ...row }) => ({
        ...row,
        state: { code: state, label: labelOfState(labels, state) },
      })),
    }
  },
})
