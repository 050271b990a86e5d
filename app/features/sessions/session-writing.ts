import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { stepsOf } from './next-steps.ts'
import { type Contract, type DayBudget, dayBudget, type SessionDraft } from './session-rules.ts'

/** An action's title is one line that a person reads. */
const longestStep = 200
const mostSteps = 20

type SessionText = { nextSteps: string | null; attendance: readonly { accompanimentId: string }[] }
type WritingFailure =
  | Failure<'members-changed' | 'step-too-long' | 'too-many-steps'>
  | Extract<ReturnType<typeof dayBudget>, { ok: false }>['failure']

/**
 * Everything that is checked before a session is written: its days, that those noted present are members, and that each
 * next step can be an action. The steps count once the session is held.
 */
export function judgeSession(
  { contract, alreadyHeld, cases }: { contract: Contract; alreadyHeld: number; cases: readonly string[] },
  draft: SessionDraft & SessionText,
  today: Day,
): Result<{ budget: DayBudget; steps: string[] }, WritingFailure> {
  const days = dayBudget(contract, alreadyHeld, draft, today)
  if (!days.ok) return days
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
