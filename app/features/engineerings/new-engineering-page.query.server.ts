import { isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { providerChoices } from '#app/features/providers/providers.store.server.ts'
import type { CaseHeader } from './engineering.ts'
import { NewEngineeringAddress } from './engineering-input.ts'
import { caseByNumber } from './engineerings.store.server.ts'
import { linkableActions } from './members.store.server.ts'

type Subject = { case: CaseHeader | null }

async function subjectOf({ tx, operator }: QueryContext, { number }: { number: string | null }) {
  const found = number === null ? null : await caseByNumber(tx, operator.id, number)
  const subject: Subject = { case: found }
  return number !== null && !found ? null : subject
}

/** The form of a new engineering; one that comes from an action of the plan begins with its title. */
export const newEngineeringPage = defineQuery({
  name: 'engineering.new',
  input: NewEngineeringAddress,
  subject: subjectOf,
  allow: isMember,
  run: async ({ tx, operator, today }, { action }, subject) => {
    const cases = subject.case ? [subject.case.id] : []
    const actionsOf = (kind: 'individual' | 'collective') =>
      linkableActions(tx, operator.id, { cases, kind, engineeringId: null })
    const [individual, collective] = [await actionsOf('individual'), await actionsOf('collective')]
    const chosen = [...individual, ...collective].find(({ id }) => id === action) ?? null
    return {
      operator: operator.slug,
      today,
      case: subject.case,
      providers: await providerChoices(tx, operator.id, today),
      actions: { individual, collective },
      chosen,
      kind: chosen && collective.includes(chosen) ? ('collective' as const) : ('individual' as const),
    }
  },
})
