import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { type Attendee, reconciled } from './attendance.ts'
import { judgeHours, judgePause } from './session-hours.ts'
import { linesIn, type SessionLines, type Step, stepsIn } from './session-lines.ts'
import { type Contract, type DayBudget, dayBudget, type SessionDraft } from './session-rules.ts'

/** An action's title is one line that a person reads. */
const longestStep = 200
const mostSteps = 20

type Hours = Parameters<typeof judgeHours>[1][number]
export type SessionWritten = SessionDraft &
  Hours & { nextSteps: Parameters<typeof stepsIn>[0]; attendance: readonly Attendee[] } & Parameters<
    typeof reconciled
  >[1]
type FailureOf<R extends Result<unknown>> = Extract<R, { ok: false }>['failure']
type WritingFailure =
  | Failure<'members-changed' | 'step-without-text' | 'step-too-long' | 'too-many-steps'>
  | FailureOf<ReturnType<typeof dayBudget>>
  | FailureOf<ReturnType<typeof judgeHours>>
  | FailureOf<ReturnType<typeof judgePause>>
  | FailureOf<ReturnType<typeof reconciled>>

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
 * those noted present are members, and that each next step can be an action.
 */
export function judgeSession(
  { contract, alreadyHeld, cases, others, pauses }: Around,
  draft: SessionWritten,
  today: Day,
): Result<{ budget: DayBudget; steps: Step[]; headCount: number | null }, WritingFailure> {
  const days = dayBudget(contract, alreadyHeld, draft, today)
  if (!days.ok) return days
  const hours = judgeHours(draft, others)
  if (!hours.ok) return hours
  const pause = judgePause(pauses, draft)
  if (!pause.ok) return pause
  if (draft.attendance.some(({ accompanimentId }) => !cases.includes(accompanimentId))) return fail('members-changed')
  const headCount = draft.status === 'held' ? reconciled(draft.attendance, draft) : ok(null)
  if (!headCount.ok) return headCount
  const steps = judgeSteps(draft.nextSteps)
  if (!steps.ok) return steps
  return ok({ budget: days.value, steps: steps.value, headCount: headCount.value })
}

function judgeSteps(rows: SessionWritten['nextSteps']) {
  for (const [index, row] of rows.entries()) {
    const field = `nextSteps[${index}].text`
    const own = stepsIn([row])
    if (own.length === 0 && (row.owner || row.dueOn)) return fail('step-without-text', undefined, field)
    if (own.some(({ text }) => [...text].length > longestStep))
      return fail('step-too-long', { max: longestStep }, field)
  }
  const steps = stepsIn(rows)
  return steps.length > mostSteps ? fail('too-many-steps', { max: mostSteps }, 'nextSteps[0].text') : ok(steps)
}

type Texts = readonly (string | null)[]

/** What is kept of the lines that were typed. */
export function linesKept(
  { agenda, decisions, blockers }: { agenda: Texts; decisions: Texts; blockers: Texts },
  nextSteps: Step[],
): SessionLines {
  return { agenda: linesIn(agenda), decisions: linesIn(decisions), nextSteps, blockers: linesIn(blockers) }
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
