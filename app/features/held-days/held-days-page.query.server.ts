import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { engineeringsFollowedBy } from '#app/features/calendars/calendar-sessions.store.server.ts'
import { membersOf as teamOf } from '#app/features/team/members.store.server.ts'
import { contractDays } from './held-days.store.server.ts'
import { HeldDaysAddress } from './held-days-input.ts'

const perPage = 50

/** Days held against days ordered, contract by contract and cohort by cohort. */
export const heldDaysPage = defineQuery({
  name: 'session.held-days',
  input: HeldDaysAddress,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { charge, genre, page }) => {
    const engineeringIds = charge ? await engineeringsFollowedBy(tx, operator.id, charge) : null
    const current = page ?? 1
    const list = { limit: perPage, offset: (current - 1) * perPage }
    const team = await teamOf(tx, operator.id, today)
    return {
      operator: operator.slug,
      me: actor.kind === 'member' ? actor.userId : '',
      charge,
      kind: genre,
      team: [...new Map(team.map(one => [one.userId, one.name])).entries()].map(([id, name]) => ({ id, name })),
      page: current,
      perPage,
      ...(await contractDays(tx, operator.id, { engineeringIds, kind: genre }, list)),
    }
  },
})
