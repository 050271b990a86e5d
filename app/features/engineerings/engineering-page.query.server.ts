import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { providerChoices } from '#app/features/providers/providers.store.server.ts'
import { sessionsOf } from '#app/features/sessions/sessions.store.server.ts'
import { consultantsOf } from './consultants.store.server.ts'
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
  run: async ({ tx, operator, today }, { engineeringId, number, membre: search }, engineering) => {
    const members = await membersOf(tx, operator.id, [engineeringId])
    const cases = members.map(({ accompanimentId }) => accompanimentId)
    const sessions = await sessionsOf(tx, operator.id, [engineeringId])
    const isOpen = engineering.kind === 'collective' && engineering.state !== 'cancelled'
    return {
      operator: operator.slug,
      today,
      number,
      case: members.find(member => member.number === number) ?? null,
      engineering,
      members,
      search,
      found: isOpen && search ? await casesToJoin(tx, operator.id, { search, exceptIds: cases }) : [],
      consultants: await consultantsOf(tx, operator.id, engineeringId),
      providers: await providerChoices(tx, operator.id),
      actions: await linkableActions(tx, operator.id, { cases, kind: engineering.kind, engineeringId }),
      sessions: sessions.map(({ id, status, heldOn, quarters, kind, mode, decisions }) => ({
        id,
        status,
        heldOn,
        quarters,
        kind,
        mode,
        decisions,
      })),
    }
  },
})
