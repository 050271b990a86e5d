import { worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { sharedNotesOf } from '#app/features/accompaniments/notes.store.server.ts'
import { deliverablesOf } from '#app/features/contracts/contracts.store.server.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { peopleOf } from '#app/features/engineerings/members.store.server.ts'
import { providerById } from '#app/features/providers/providers.store.server.ts'
import { missionOf } from './mission.ts'
import { listedSession } from './session.ts'
import { MissionAddress } from './session-input.ts'
import { attendancesOf, sessionsOf } from './sessions.store.server.ts'

/** All that a consultant sees of one mission. Nothing else of the operator exists for her. */
export const missionPage = defineQuery({
  name: 'mission.page',
  input: MissionAddress,
  subject: ({ tx, operator }, { engineeringId }) => engineeringById(tx, operator.id, engineeringId),
  allow: (actor, { id }) => worksOn(actor, id, 'read'),
  run: async ({ tx, operator, actor, today }, { engineeringId }, engineering) => {
    const members = await membersOf(tx, operator.id, [engineeringId])
    const organisations = members.flatMap(({ organisationId }) => organisationId ?? [])
    const people = await peopleOf(tx, operator.id, organisations)
    const sessions = await sessionsOf(tx, operator.id, [engineeringId])
    const noted = await attendancesOf(
      tx,
      operator.id,
      sessions.map(({ id }) => id),
    )
    const provider = engineering.providerId && (await providerById(tx, operator.id, engineering.providerId))
    const names = members.map(({ name }) => name)
    const mayWrite = worksOn(actor, engineeringId, 'write')
    return {
      operator: { slug: operator.slug, name: operator.name },
      today,
      provider: provider ? provider.name : null,
      mission: missionOf(engineering, names, sessions, { today, mayWrite }),
      signedOn: engineering.signedOn,
      deliverables: await deliverablesOf(tx, operator.id, engineeringId),
      members: members.map(({ accompanimentId, name, organisationId, contactPersonId }) => ({
        accompanimentId,
        name,
        people: people
          .filter(person => person.organisationId === organisationId)
          .filter(person => person.id === contactPersonId || person.function === 'leader')
          .map(({ id, name: person, role, email, phone }) => ({ id, name: person, role, email, phone })),
      })),
      notes: await sharedNotesOf(
        tx,
        operator.id,
        members.map(({ accompanimentId }) => accompanimentId),
      ),
      sessions: sessions.map(session => listedSession(session, noted)),
    }
  },
})
