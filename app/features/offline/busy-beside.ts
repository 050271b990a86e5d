import type { Elsewhere } from '#app/features/sessions/elsewhere.ts'
import { day } from '#app/kernel/day.ts'
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

/** When a session that waits here takes place; nothing of one that was called off or has no day. */
function hoursTyped(session: UnsentSession, { missions }: TakenAlong): Busy[] {
  const heldOn = day(typedIn(session, 'heldOn'))
  if (!heldOn || typedIn(session, 'status') === 'cancelled') return []
  const { operator: slug, engineeringId } = session
  const operator = missionNamed(missions, slug, engineeringId)?.operator.name ?? slug
  const [beginsAt, endsAt] = [hour(typedIn(session, 'beginsAt')), hour(typedIn(session, 'endsAt'))]
  return [{ slug, operator, heldOn, beginsAt, endsAt }]
}
