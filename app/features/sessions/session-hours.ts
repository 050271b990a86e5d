import type { Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { sessionStatuses } from './session-rules.ts'

type Hours = { beginsAt: Hour | null; endsAt: Hour | null }
type Draft = Hours & { status: (typeof sessionStatuses)[number] }

/** Two sessions that share more than the instant at which one ends; of one whose end is unknown, its first minute counts. */
export function meet(one: Hours, other: Hours): boolean {
  if (!one.beginsAt || !other.beginsAt) return false
  if (one.beginsAt === other.beginsAt) return true
  const [first, second] = one.beginsAt < other.beginsAt ? [one, other] : [other, one]
  return first.endsAt !== null && second.beginsAt !== null && second.beginsAt < first.endsAt
}

type HoursFailure = Failure<'session-without-begin' | 'session-ends-before-it-begins' | 'session-overlaps'>

/** Do these hours follow each other, and is the consultant free then? `others`: her other sessions of that day. */
export function judgeHours(draft: Draft, others: readonly Hours[]): Result<null, HoursFailure> {
  const { beginsAt, endsAt, status } = draft
  if (endsAt && !beginsAt) return fail('session-without-begin', undefined, 'beginsAt')
  if (endsAt && beginsAt && endsAt <= beginsAt) return fail('session-ends-before-it-begins', undefined, 'endsAt')
  const met = status === 'cancelled' ? undefined : others.find(other => meet(draft, other))
  if (!met) return ok(null)
  // Only when, never with whom: the other session may be of a case that the reader does not follow.
  return fail('session-overlaps', { from: met.beginsAt ?? '' }, 'beginsAt')
}

type Pause = { suspendedOn: Day | null; resumeOn: Day | null }

/** On that day each of these cases was put aside. A case without a day to come back is aside until somebody takes it up. */
export function isAside(cases: readonly Pause[], on: Day): boolean {
  const aside = ({ suspendedOn, resumeOn }: Pause) =>
    suspendedOn !== null && on >= suspendedOn && (resumeOn === null || on < resumeOn)
  return cases.length > 0 && cases.every(aside)
}

/** One is planned for after the pause; one held in spite of it asks why. */
export function judgePause(
  cases: readonly Pause[],
  draft: { status: Draft['status']; heldOn: Day; reason: string | null },
): Result<null, Failure<'session-planned-while-suspended' | 'session-while-suspended'>> {
  if (draft.status === 'cancelled' || !isAside(cases, draft.heldOn)) return ok(null)
  if (draft.status === 'planned') return fail('session-planned-while-suspended', undefined, 'heldOn')
  return draft.reason ? ok(null) : fail('session-while-suspended', undefined, 'overrunReason')
}
