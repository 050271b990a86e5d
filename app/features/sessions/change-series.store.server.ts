import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { ok } from '#app/kernel/result.ts'
import { sessionValues } from './session.ts'
import { checkSession } from './session-checks.store.server.ts'
import { movedLike, reachedBy, type SeriesScope } from './session-series.ts'
import { type Session, sessionsOf, updateSession, type WrittenSession } from './sessions.store.server.ts'

type Change = {
  scope: SeriesScope
  /** As it was before. */
  session: Session
  /** As it now is. */
  written: WrittenSession
  engineering: Engineering
  cases: readonly string[]
  consultantId: string | null
}

/**
 * What was changed of a planned session is changed of the others of its series that the scope reaches: called off, moved
 * by as many days, at these hours, in this place. What each says for itself, its lines, stays.
 */
export async function changeSeries(
  { tx, operator, today, record }: Pick<Recording, 'tx' | 'operator' | 'record'> & { today: Day },
  { scope, session, written, engineering, cases, consultantId }: Change,
) {
  const reached = reachedBy(scope, session, await sessionsOf(tx, operator.id, [engineering.id]))
  // Moved forward the last comes first, so that none meets the one after it on its way.
  const isLater = session.heldOn !== null && written.heldOn > session.heldOn
  const ordered = isLater ? reached : [...reached].reverse()
  for (const other of ordered) {
    if (other.heldOn === null) continue
    const { status, kind, mode, place, beginsAt, endsAt, quarters, themes } = written
    const heldOn = status === 'cancelled' ? other.heldOn : movedLike(other.heldOn, session.heldOn, written.heldOn)
    const own = {
      status,
      kind,
      mode,
      place,
      beginsAt,
      endsAt,
      quarters,
      themes,
      heldOn,
      overrunReason: null,
      headCount: null,
    }
    const draft = { ...own, reason: null, nextSteps: [], attendance: [], headCountIs: null }
    const at = { sessionId: other.id, engineering, cases, consultantId: other.consultantId ?? consultantId }
    const judged = await checkSession(tx, operator.id, at, draft, today)
    if (!judged.ok) return judged
    await updateSession(tx, operator.id, other.id, { ...own, consultantId: other.consultantId ?? consultantId })
    const changes = changesBetween(sessionValues(other), sessionValues({ ...own, lines: other.lines }))
    for (const accompanimentId of cases)
      await record({
        name: status === 'cancelled' ? 'session.cancelled' : 'session.corrected',
        subjectKind: 'session',
        subjectId: other.id,
        accompanimentId,
        data: { title: engineering.title, heldOn, changes },
      })
  }
  return ok({ changed: ordered.length })
}
