import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { toldAcrossOperators } from '#app/http/across-operators.server.ts'

/** What a consultant’s device keeps for where there is no network. */
export const loader = toldAcrossOperators('consultant', takeAlong, (answers, person) => ({
  person,
  missions: answers.flatMap(({ missions }) => missions),
  busy: answers.flatMap(({ busy }) => busy ?? []),
}))
