import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { addBusinessDays, addDays, type Day } from '#app/kernel/day.ts'
import type { NextFor } from '#db/schema/accompaniments.ts'
import type { CaseFacts } from './case-facts.ts'

/** What a case waits for. Its sentence is `nextStep.<step>`. */
export const nextSteps = [
  'hold_intake',
  'decide_eligibility',
  'start_diagnostic',
  'write_diagnostic',
  'await_validation',
  'build_plan',
  'attend_committee',
  'rework_plan',
  'start_accompaniment',
  'do_action',
  'run_engineering',
  'hold_restitution',
  'file_report',
  'ask_follow_up',
  'close_case',
  'resume',
  'of_state',
] as const
export type NextStepCode = (typeof nextSteps)[number]

export type NextStep = { step: NextStepCode; for: NextFor; on: Day | null; detail: string | null }

/** Which step it is, for what is said of this one and not of the next. */
export const stepKey = ({ step, detail }: { step: string; detail: string | null }) => `${step} ${detail ?? ''}`.trim()

const step = (code: NextStepCode, who: NextFor, on: Day | null, detail: string | null = null): NextStep => ({
  step: code,
  for: who,
  on,
  detail,
})
const after = (day: Day | null, days: number) => day && addDays(day, days)

/** Of several days, the first; null when none is known. */
const earliest = <T extends { dueOn: Day | null }>(items: T[]): T | undefined =>
  items.filter(({ dueOn }) => dueOn !== null).sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0] ??
  items[0]

type Rule = (facts: CaseFacts) => NextStep | null

/**
 * By state. Delays are those of the reminder rules: five business days before a first meeting (R01), fifteen days to
 * decide (R02), thirty to write a diagnostic (R03), twenty-one for the organisation to validate it (R04), fifteen to
 * file a report (R18). The answer does not change with the passing of days, only with what is written.
 */
const rules: Record<string, Rule> = {
  received: ({ requestedOn, stateSince }) =>
    step('hold_intake', 'practitioner', addBusinessDays(requestedOn ?? stateSince, 5)),
  intake: ({ eligibility, intakeOn, stateSince }) =>
    eligibility.decision === null
      ? step('decide_eligibility', 'practitioner', after(intakeOn ?? stateSince, 15))
      : step('start_diagnostic', 'practitioner', after(eligibility.decidedOn ?? stateSince, 15)),
  diagnostic: ({ sentForValidationOn, diagnosticStartedOn, stateSince }) =>
    sentForValidationOn
      ? step('await_validation', 'organisation', after(sentForValidationOn, 21))
      : step('write_diagnostic', 'practitioner', after(diagnosticStartedOn ?? stateSince, 30)),
  diagnostic_validated: ({ stateSince }) => step('build_plan', 'practitioner', after(stateSince, 30)),
  planning: ({ committeeOn, stateSince }) =>
    committeeOn
      ? step('attend_committee', 'practitioner', committeeOn)
      : step('build_plan', 'practitioner', after(stateSince, 30)),
  committee_review: ({ committeeOn, stateSince }) =>
    step('attend_committee', 'committee', committeeOn ?? after(stateSince, 30)),
  committee_adjourned: ({ stateSince }) => step('rework_plan', 'practitioner', after(stateSince, 15)),
  plan_approved: ({ planApprovedOn, stateSince }) =>
    step('start_accompaniment', 'practitioner', after(planApprovedOn ?? stateSince, 30)),
  in_progress: facts => {
    const open = facts.actions.filter(({ status }) => status === 'to_do' || status === 'in_progress')
    const running = facts.engineerings.some(({ state }) => state === 'signed')
    const first = earliest(open)
    if (first?.dueOn) return step('do_action', 'practitioner', first.dueOn, first.title)
    if (running) return step('run_engineering', 'consultant', null)
    if (first) return step('do_action', 'practitioner', null, first.title)
    return step('hold_restitution', 'practitioner', after(facts.stateSince, 15))
  },
  restitution: ({ restitutionOn, stateSince }) =>
    step('file_report', 'practitioner', after(restitutionOn ?? stateSince, 15)),
  follow_up: ({ followUps, stateSince }) => {
    const waiting = followUps
      .filter(({ state }) => state === 'planned' || state === 'sent' || state === 'reminded')
      .map(({ wave, plannedOn }) => ({ wave, dueOn: plannedOn }))
    const first = earliest(waiting)
    if (first) return step('ask_follow_up', 'organisation', first.dueOn, first.wave)
    const last = followUps.reduce<Day | null>(
      (day, { plannedOn }) => (plannedOn && (!day || plannedOn > day) ? plannedOn : day),
      null,
    )
    return step('close_case', 'practitioner', after(last ?? stateSince, 30))
  },
  suspended: ({ resumeOn }) => step('resume', 'practitioner', resumeOn),
}

/**
 * What the case waits for next, for whom and when; null when it waits for nothing. Where the programme says it itself,
 * the detail is its sentence in both languages, French first, one per line.
 */
export function nextStepOf(facts: CaseFacts, definition?: Pick<ProgrammeDefinition, 'states'>): NextStep | null {
  const own = definition?.states.find(({ code }) => code === facts.state)?.next
  if (own) return step('of_state', own.for, after(facts.stateSince, own.days), `${own.label.fr}\n${own.label.en}`)
  return rules[facts.state]?.(facts) ?? null
}
