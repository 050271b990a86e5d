import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { toldAcrossOperators } from '#app/http/across-operators.server.ts'

/** What a consultant’s device keeps for where there is no network. */
export const loader = toldAcrossOperators('consultant', takeAlong, (missions, person) => ({
  person,
  missions: missions.flat(),
}))
