import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { providerChoices } from '#app/features/providers/providers.store.server.ts'
import { listedSession } from '#app/features/sessions/session.ts'
import { attendancesOf, sessionsOf } from '#app/features/sessions/sessions.store.server.ts'
import { consultantsOf } from './consultants.store.server.ts'
import type { EngineeringPage } from './engineering.ts'
import { EngineeringAddress } from './engineering-input.ts'
import { engineeringOfCase, membersOf } from './engineerings.store.server.ts'
import { casesToJoin, linkableActions } from './members.store.server.ts'

/** An engineering: its contract, its members, its consultants, its days. */
export const engineeringPage = defineQuery({
  name: 'engineering.page',
  input: EngineeringAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, today }, { engineeringId, membre: search }, engineering): Promise<EngineeringPage> => {
    const members = await membersOf(tx, operator.id, [engineeringId])
    const cases = members.map(({ accompanimentId }) => accompanimentId)
    const sessions = await sessionsOf(tx, operator.id, [engineeringId])
    const noted = await attendancesOf(
      tx,
      operator.id,
      sessions.map(({ id }) => id),
    )
    const isOpen = engineering.kind === 'collective' && engineering.state !== 'cancelled'
    return {
      operator: operator.slug,
      today,
      engineering,
      members,
      search,
      found: isOpen && search ? await casesToJoin(tx, operator.id, { search, exceptIds: cases }) : [],
      consultants: await consultantsOf(tx, operator.id, engineeringId),
      providers: await providerChoices(tx, operator.id, today),
      actions: await linkableActions(tx, operator.id, { cases, kind: engineering.kind, engineeringId }),
      sessions: sessions.map(session => listedSession(session, noted)),
    }
  },
})
