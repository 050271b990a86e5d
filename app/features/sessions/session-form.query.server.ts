import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { peopleOf } from '#app/features/engineerings/members.store.server.ts'
import { sessionValues } from './session.ts'
import { attendanceRows, emptySession, type SessionFormPage, usualSession } from './session-form.ts'
import { SessionFormAddress } from './session-input.ts'
import { attendancesOf, type Session, sessionById, sessionsOf } from './sessions.store.server.ts'

type Subject = { engineering: Engineering; session: Session | null }

async function formOf(
  { tx, operator }: QueryContext,
  {
    engineeringId,
    sessionId,
    number,
  }: { engineeringId: string | null; sessionId: string | null; number: string | null },
): Promise<Subject | null> {
  const session = sessionId === null ? null : await sessionById(tx, operator.id, sessionId)
  if (sessionId !== null && (!session || (engineeringId && engineeringId !== session.engineeringId))) return null
  const id = session?.engineeringId ?? engineeringId
  const engineering = id && (await engineeringOfCase(tx, operator.id, { engineeringId: id, number }))
  return engineering ? { engineering, session } : null
}

/** The form of a session, new or known: who may be there, and what the last one was like. */
export const sessionForm = defineQuery({
  name: 'session.form',
  input: SessionFormAddress,
  subject: formOf,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator, today }, { statut: status }, { engineering, session }): Promise<SessionFormPage> => {
    const members = await membersOf(tx, operator.id, [engineering.id])
    const organisations = members.flatMap(member => member.organisationId ?? [])
    const people = await peopleOf(tx, operator.id, organisations)
    const others = (await sessionsOf(tx, operator.id, [engineering.id])).filter(({ id }) => id !== session?.id)
    const held = others.filter(row => row.status === 'held')
    const wasHeld = session?.status === 'held'
    const noted = await attendancesOf(tx, operator.id, wasHeld ? [session.id] : held.slice(0, 1).map(({ id }) => id))
    const heldQuarters = held.reduce((sum, { quarters }) => sum + (quarters ?? 0), 0)
    const { id, kind, title, startsOn, endsOn, orderedQuarters } = engineering
    const empty = emptySession(usualSession(kind, held), status ?? 'held', today)
    return {
      operator: { slug: operator.slug, name: operator.name },
      today,
      engineering: { id, kind, title, startsOn, endsOn, orderedQuarters },
      members: members.length,
      heldQuarters,
      attendance: attendanceRows(members, people, noted, wasHeld),
      stored: sessionValues(session ? { ...session, status: status ?? session.status } : empty),
      session: session && { id: session.id, version: session.version, heldOn: session.heldOn },
      expects:
        engineering.signedOn === null
          ? 'signature'
          : orderedQuarters !== null && heldQuarters >= orderedQuarters
            ? 'days'
            : null,
    }
  },
})
