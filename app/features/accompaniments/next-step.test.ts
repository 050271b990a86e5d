import { describe, expect, it } from 'vitest'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { completeFacts, testDayOf } from '#tests/harness/case-facts.ts'
import type { CaseFacts } from './case-facts.ts'
import { nextStepOf } from './next-step.ts'

const at = testDayOf
const undecided = { eligibility: { ...completeFacts().eligibility, decision: null } }
const open = { nature: 'self_action', status: 'to_do', title: 'Écrire le budget', dueOn: at('2026-05-01') } as const
const planned = { wave: 'T2', state: 'planned', plannedOn: at('2026-09-11'), attempts: 0 } as const

describe('what a case waits for', () => {
  it.each<[string, Partial<CaseFacts>, string, string, string | null, string | null]>([
    // Five business days after Monday 5 January 2026.
    ['received', {}, 'hold_intake', 'practitioner', '2026-01-12', null],
    ['intake', undecided, 'decide_eligibility', 'practitioner', '2026-01-27', null],
    ['intake', {}, 'start_diagnostic', 'practitioner', '2026-01-30', null],
    ['diagnostic', {}, 'write_diagnostic', 'practitioner', '2026-02-19', null],
    ['diagnostic', { sentForValidationOn: at('2026-02-01') }, 'await_validation', 'organisation', '2026-02-22', null],
    ['diagnostic_validated', {}, 'build_plan', 'practitioner', '2026-02-04', null],
    ['planning', {}, 'attend_committee', 'practitioner', '2026-03-05', null],
    ['planning', { committeeOn: null }, 'build_plan', 'practitioner', '2026-02-04', null],
    ['committee_review', {}, 'attend_committee', 'committee', '2026-03-05', null],
    ['committee_adjourned', {}, 'rework_plan', 'practitioner', '2026-01-20', null],
    ['plan_approved', {}, 'start_accompaniment', 'practitioner', '2026-04-09', null],
    ['in_progress', { actions: [open] }, 'do_action', 'practitioner', '2026-05-01', 'Écrire le budget'],
    [
      'in_progress',
      { actions: [{ ...open, dueOn: null }], engineerings: [{ state: 'signed', daysOrdered: 4, daysHeld: 0 }] },
      'run_engineering',
      'consultant',
      null,
      null,
    ],
    ['in_progress', { actions: [{ ...open, dueOn: null }] }, 'do_action', 'practitioner', null, 'Écrire le budget'],
    ['in_progress', {}, 'hold_restitution', 'practitioner', '2026-01-20', null],
    ['restitution', {}, 'file_report', 'practitioner', '2026-03-26', null],
    ['follow_up', { followUps: [planned] }, 'ask_follow_up', 'organisation', '2026-09-11', 'T2'],
    // Thirty days after the last wave was due.
    ['follow_up', {}, 'close_case', 'practitioner', '2027-04-10', null],
    ['follow_up', { followUps: [] }, 'close_case', 'practitioner', '2026-02-04', null],
    ['suspended', {}, 'resume', 'practitioner', '2026-06-01', null],
  ])('%s', (state, changes, step, who, on, detail) => {
    expect(nextStepOf(completeFacts({ state, ...changes }))).toEqual({ step, for: who, on, detail })
  })

  it('is nothing once the case has ended, and something in every other state', () => {
    for (const { code, kind } of dlaIndividuel.states)
      expect([code, nextStepOf(completeFacts({ state: code })) !== null]).toEqual([code, kind !== 'ended'])
  })

  it('takes the action that is due first', () => {
    const later = { ...open, title: 'Plus tard', dueOn: at('2026-06-01') }
    expect(nextStepOf(completeFacts({ state: 'in_progress', actions: [later, open] }))?.detail).toBe('Écrire le budget')
  })
})
