import type { Elsewhere } from '#app/features/sessions/elsewhere.ts'
import { daysTyped } from '#app/features/sessions/session-series.ts'
import { hour } from '#app/kernel/hour.ts'
import { missionNamed, type TakenAlong } from './taken-along.ts'
import type { UnsentSession } from './unsent.ts'
import { typedIn } from './written.ts'

type Current = Pick<UnsentSession, 'id' | 'operator' | 'sessionId' | 'recordedAs'>
type Busy = Elsewhere & { slug: string }

/**
 * When she is busy beside the session that she writes, as far as the device knows: what the server had when she took it
 * along, and what she has saved here since. `own`: for the same operator, which records one of the two only.
 */
export function busyBeside(
  current: Current,
  taken: TakenAlong,
  unsent: readonly UnsentSession[],
): { own: Elsewhere[]; elsewhere: Elsewhere[] } {
  const written = unsent.filter(one => one.id !== current.id && one.state !== 'typing' && one.state !== 'closed')
  const rewritten = new Set([current, ...written].flatMap(({ sessionId, recordedAs }) => [sessionId, recordedAs]))
  const known: Busy[] = (taken.busy ?? []).filter(({ id }) => !rewritten.has(id))
  const all = [...known, ...written.flatMap(one => hoursTyped(one, taken))]
  return {
    own: all.filter(({ slug }) => slug === current.operator),
    elsewhere: all.filter(({ slug }) => slug !== current.operator),
  }
}

/** When a session that waits here takes place, each day of a series; nothing of one that was called off or has no day. */
function hoursTyped(session: UnsentSession, { missions }: TakenAlong): Busy[] {
  const said = (name: string) => typedIn(session, name)
  const status = said('status')
  if (status === 'cancelled') return []
  const [heldOn, everyWeeks, times] = [said('heldOn'), said('everyWeeks'), said('times')]
  const days = daysTyped({ status, heldOn, everyWeeks, times, until: said('until'), holidays: said('holidays') })
  const { operator: slug, engineeringId } = session
  const operator = missionNamed(missions, slug, engineeringId)?.operator.name ?? slug
  const [beginsAt, endsAt] = [hour(said('beginsAt')), hour(said('endsAt'))]
  return days.map(heldOn => ({ slug, operator, heldOn, beginsAt, endsAt }))
}
