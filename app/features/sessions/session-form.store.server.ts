import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { peopleOf } from '#app/features/engineerings/members.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { ownThemesOf } from './own-themes.ts'
import { sessionValues } from './session.ts'
import { attendanceRows, confirmed, emptySession, type SessionFormPage, sameSession } from './session-form.ts'
import type { sessionStatuses } from './session-rules.ts'
import { reachedBy } from './session-series.ts'
import { offered } from './session-themes.ts'
import { attendancesOf, type Session, sessionsOf } from './sessions.store.server.ts'

type Place = {
  operator: { id: string; slug: string; name: string; settings: Readonly<Record<string, unknown>> }
  today: Day
}
type Asked = {
  engineering: Engineering
  /** Null: a new one. */
  session: Session | null
  /** What the form begins with, whatever is stored. */
  status: (typeof sessionStatuses)[number] | null
  /** A new one is the last one once more. */
  again: boolean
}

/** The form of a session: who may be there, and what the last one was like. */
export async function sessionFormPage(
  tx: TenantTx,
  { operator, today }: Place,
  { engineering, session, status, again }: Asked,
): Promise<SessionFormPage> {
  const members = await membersOf(tx, operator.id, [engineering.id])
  const organisations = members.flatMap(member => member.organisationId ?? [])
  const people = await peopleOf(tx, operator.id, organisations)
  const others = (await sessionsOf(tx, operator.id, [engineering.id])).filter(({ id }) => id !== session?.id)
  const held = others.filter(row => row.status === 'held')
  const wasHeld = session?.status === 'held'
  const noted = await attendancesOf(tx, operator.id, wasHeld ? [session.id] : held.slice(0, 1).map(({ id }) => id))
  const heldQuarters = held.reduce((sum, { quarters }) => sum + (quarters ?? 0), 0)
  const { id, kind, title, startsOn, endsOn, orderedQuarters } = engineering
  const around = { kind, held, endsOn, today }
  const ofSeries = session?.status === 'planned' ? reachedBy('all', session, others) : []
  const begun = again ? sameSession(around) : emptySession(around, status ?? 'held')
  const known = session && status === 'held' && !wasHeld ? confirmed(session, around) : session
  const shown = known ? { ...known, status: status ?? known.status } : begun
  return {
    operator: { slug: operator.slug, name: operator.name },
    today,
    engineering: { id, kind, title, startsOn, endsOn, orderedQuarters },
    members: members.length,
    heldQuarters,
    attendance: attendanceRows(members, people, noted, wasHeld),
    missed: session
      ? []
      : members.flatMap(({ accompanimentId, name }) => (wasMissed(noted, accompanimentId) ? name : [])),
    stored: sessionValues(shown),
    lines: shown.lines,
    ownThemes: offered(ownThemesOf(operator.settings)),
    others: ofSeries.length,
    othersOn: ofSeries.flatMap(({ heldOn }) => heldOn ?? []),
    session: session && { id: session.id, version: session.version, heldOn: session.heldOn },
    expects:
      engineering.signedOn === null
        ? 'signature'
        : orderedQuarters !== null && heldQuarters >= orderedQuarters
          ? 'days'
          : null,
  }
}

const wasMissed = (noted: readonly { accompanimentId: string; status: string }[], accompanimentId: string) =>
  noted.some(row => row.accompanimentId === accompanimentId && (row.status === 'absent' || row.status === 'excused'))
