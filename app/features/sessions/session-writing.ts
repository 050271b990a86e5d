import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { stepsOf } from './next-steps.ts'
import { judgeHours, judgePause } from './session-hours.ts'
import { type Contract, type DayBudget, dayBudget, type SessionDraft } from './session-rules.ts'

/** An action's title is one line that a person reads. */
const longestStep = 200
const mostSteps = 20

type Hours = Parameters<typeof judgeHours>[1][number]
export type SessionWritten = SessionDraft &
  Hours & { nextSteps: string | null; attendance: readonly { accompanimentId: string }[] }
type FailureOf<R extends Result<unknown>> = Extract<R, { ok: false }>['failure']
type WritingFailure =
  | Failure<'members-changed' | 'step-too-long' | 'too-many-steps'>
  | FailureOf<ReturnType<typeof dayBudget>>
  | FailureOf<ReturnType<typeof judgeHours>>
  | FailureOf<ReturnType<typeof judgePause>>

type Around = {
  contract: Contract
  alreadyHeld: number
  cases: readonly string[]
  /** When its consultant is elsewhere that day. */
  others: readonly Hours[]
  /** The cases that were put aside. */
  pauses: Parameters<typeof judgePause>[0]
}

/**
 * Everything that is checked before a session is written: its days and its hours, that its cases are not put aside, that
 * those noted present are members, and that each next step can be an action. The steps count once the session is held.
 */
export function judgeSession(
  { contract, alreadyHeld, cases, others, pauses }: Around,
  draft: SessionWritten,
  today: Day,
): Result<{ budget: DayBudget; steps: string[] }, WritingFailure> {
  const days = dayBudget(contract, alreadyHeld, draft, today)
  if (!days.ok) return days
  const hours = judgeHours(draft, others)
  if (!hours.ok) return hours
  const pause = judgePause(pauses, draft)
  if (!pause.ok) return pause
  if (draft.attendance.some(({ accompanimentId }) => !cases.includes(accompanimentId))) return fail('members-changed')
  const steps = stepsOf(draft.nextSteps)
  if (steps.some(step => [...step].length > longestStep))
    return fail('step-too-long', { max: longestStep }, 'nextSteps')
  if (steps.length > mostSteps) return fail('too-many-steps', { max: mostSteps }, 'nextSteps')
  return ok({ budget: days.value, steps: draft.status === 'held' ? steps : [] })
}

/** The contract as the rules read it. */
export function contractOf(engineering: {
  signedOn: Day | null
  startsOn: Day | null
  endsOn: Day | null
  paidOn: Day | null
  state: string
  orderedQuarters: number | null
}): Contract {
  const { signedOn, startsOn, endsOn, paidOn, orderedQuarters } = engineering
  return { signedOn, startsOn, endsOn, paidOn, orderedQuarters, cancelled: engineering.state === 'cancelled' }
}
