import { describe, expect, it } from 'vitest'
import { type GuardRule, guardRules } from '#app/features/programmes/programme-definition.ts'
import { dlaCollectifMse } from '#db/seed/programmes/dla-collectif-mse.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { completeFacts, testDayOf } from '#tests/harness/case-facts.ts'
import type { CaseFacts } from './case-facts.ts'
import { guards } from './guards.ts'
import { judge, waysFrom } from './lifecycle.ts'

const complete = completeFacts()
const at = testDayOf
const eligibility = (changes: Partial<CaseFacts['eligibility']>) => ({
  eligibility: { ...complete.eligibility, ...changes },
})
const action = (nature: 'self_action' | 'territory', status: 'to_do' | 'done' | 'dropped') => ({
  nature,
  status,
  title: 'x',
  dueOn: null,
})

/** The individual DLA with a question that its first step expects. */
const asking = {
  ...dlaIndividuel,
  steps: dlaIndividuel.steps.map(step =>
    step.code === 'intake'
      ? { ...step, questions: [{ code: 'asked', label: { fr: 'x', en: 'x' }, kind: 'line' as const, required: true }] }
      : step,
  ),
}

/** What makes each guard fail, one case at a time; none is left out. */
const breaks: Record<GuardRule, Partial<CaseFacts>[]> = {
  step_answered: [{ answers: {} }, { answers: { asked: '' } }, { answers: { another: 'oui' } }],
  organisation_attached: [{ hasOrganisation: false }],
  channel_known: [{ channel: null }],
  network_status_known: [{ hasNetworkStatus: false }],
  impact_framed: [{ impactStage: null }, { impactStage: 'framing' }],
  impact_measured_before: [{ impactStage: null }, { impactStage: 'before' }],
  impact_concluded: [{ impactStage: null }, { impactStage: 'after' }],
  contact_person: [{ hasContactPerson: false }],
  practitioner_assigned: [{ hasPractitioner: false }],
  eligibility_accepted: [eligibility({ decision: null }), eligibility({ decision: 'ineligible' })],
  ineligibility_decided: [
    eligibility({ decision: 'ineligible', decisionReason: null }),
    eligibility({ decision: 'eligible', decisionReason: 'hors champ' }),
  ],
  board_agreement: [eligibility({ requester: 'employee' }), eligibility({ requester: null })],
  notice_given: [eligibility({ noticeGivenOn: null })],
  not_recently_accompanied: [{ previous: { number: '2025-0001', lastOn: at('2025-03-13') } }],
  referral_recorded: [{ referral: null }, { referral: { sentTo: 'BGE', reason: null } }],
  snapshot_complete: [{ snapshot: null }, { snapshot: { known: 7, required: 10 } }],
  needs_ranked: [{ needs: { count: 0, ranked: true } }, { needs: { count: 2, ranked: false } }],
  validated_by_leader: [
    { validation: null },
    { validation: { on: at('2026-02-20'), by: 'Léo', function: 'employee' } },
    { validation: { on: at('2026-02-20'), by: 'Léo', function: null } },
  ],
  governance_involved: [{ validation: { on: at('2026-02-20'), by: 'Léo', function: 'leader' } }, { validation: null }],
  practitioner_days_recorded: [{ practitionerDays: null }, { practitionerDays: 0 }],
  has_plan_action: [{ actions: [] }, { actions: [action('self_action', 'dropped')] }],
  has_self_action: [{ actions: [action('territory', 'done'), action('self_action', 'dropped')] }],
  committee_dated: [{ committeeOn: null }],
  committee_not_required: [{}],
  opinion_recorded: [{ opinion: null }],
  opinion_adjourned: [{ opinion: 'favourable' }, { opinion: null }],
  opinion_not_adjourned: [{ opinion: 'adjourned' }],
  unfavourable_justified: [{ opinion: 'unfavourable', opinionComment: null }],
  plan_approved_by_organisation: [{ planApprovedOn: null }],
  actions_settled: [
    { actions: [action('self_action', 'to_do')], engineerings: [] },
    {
      actions: [action('self_action', 'to_do')],
      engineerings: [
        { state: 'delivered', daysOrdered: 4, daysHeld: 4 },
        { state: 'signed', daysOrdered: 4, daysHeld: 4 },
      ],
    },
  ],
  sessions_held: [{ engineerings: [{ state: 'delivered', daysOrdered: 4, daysHeld: 3 }] }],
  restitution_held: [{ restitutionOn: null }],
  final_report_filed: [{ finalReport: null }],
  satisfaction_asked: [
    { followUps: complete.followUps.filter(({ wave }) => wave !== 'T1') },
    { followUps: complete.followUps.map(wave => (wave.wave === 'T1' ? { ...wave, state: 'cancelled' } : wave)) },
  ],
  follow_ups_planned: [{ followUps: complete.followUps.filter(({ wave }) => wave !== 'T3') }],
  last_follow_up_settled: [
    { followUps: [] },
    { followUps: [{ wave: 'T3', state: 'reminded', plannedOn: at('2025-01-01'), attempts: 2 }] },
    { followUps: [{ wave: 'T3', state: 'reminded', plannedOn: at('2026-02-01'), attempts: 3 }] },
  ],
  reason_given: [{ reason: null }],
  resume_day_given: [{ resumeOn: null }],
}

/** What makes the guards pass that contradict a case where all went well. */
const otherwise: Partial<Record<GuardRule, Partial<CaseFacts>>> = {
  ineligibility_decided: eligibility({ decision: 'ineligible', decisionReason: 'hors champ' }),
  opinion_adjourned: { opinion: 'adjourned' },
}

describe('each guard', () => {
  it.each(guardRules.flatMap(rule => breaks[rule].map((change, index) => [rule, index + 1, change] as const)))(
    '%s fails (%i)',
    (rule, _index, change) => {
      expect(guards[rule](completeFacts(change), asking, {})).toBe(false)
    },
  )

  it.each(guardRules.filter(rule => rule !== 'committee_not_required'))('%s passes', rule => {
    expect(guards[rule](completeFacts(otherwise[rule]), asking, {})).toBe(true)
  })

  it('committee_not_required passes where the programme asks for none', () => {
    expect(guards.committee_not_required(complete, dlaCollectifMse, {})).toBe(true)
  })

  it('passes on the other way that it knows', () => {
    const passes = (rule: GuardRule, change: Partial<CaseFacts>) =>
      expect([rule, guards[rule](completeFacts(change), dlaIndividuel, {})]).toEqual([rule, true])
    passes('board_agreement', eligibility({ requester: 'employee', boardAgreementOn: at('2026-01-10') }))
    passes('not_recently_accompanied', { previous: { number: '2025-0001', lastOn: at('2025-03-12') } })
    passes('snapshot_complete', { snapshot: { known: 8, required: 10 } })
    passes('unfavourable_justified', { opinion: 'unfavourable', opinionComment: 'le besoin est urgent' })
    passes('actions_settled', { actions: [action('self_action', 'to_do')] })
    passes('sessions_held', { engineerings: [] })
    passes('last_follow_up_settled', {
      followUps: [{ wave: 'T3', state: 'reminded', plannedOn: at('2026-01-11'), attempts: 3 }],
    })
  })
})

describe('each transition of the individual DLA', () => {
  const rows = dlaIndividuel.transitions.filter(
    ({ guards: asked }) => !asked.some(({ rule }) => rule === 'committee_not_required'),
  )
  const passing = (asked: { rule: GuardRule }[]): Partial<CaseFacts> =>
    Object.assign({}, ...asked.map(({ rule }) => otherwise[rule]))

  it.each(rows.map(row => [row.code, row] as const))('%s goes when every guard is satisfied', (code, row) => {
    for (const state of row.from)
      expect([state, judge(dlaIndividuel, completeFacts({ ...passing(row.guards), state }), code)]).toEqual([
        state,
        { kind: 'ok', to: row.to, warnings: [] },
      ])
  })

  it.each(rows.flatMap(row => row.guards.map(guard => [row.code, guard.rule, guard.severity, row] as const)))(
    '%s without %s: %s',
    (code, rule, severity, row) => {
      const [change] = breaks[rule]
      const facts = completeFacts({ ...passing(row.guards), state: row.from[0] ?? '', ...change })
      const judged = judge(dlaIndividuel, facts, code)
      if (severity === 'warn') {
        expect(judged).toMatchObject({ kind: 'reason-needed', warnings: expect.arrayContaining([rule]) })
        expect(judge(dlaIndividuel, facts, code, 'vu avec la présidente')).toMatchObject({ kind: 'ok', to: row.to })
      } else {
        expect(judged).toMatchObject({ kind: 'blocked', missing: expect.arrayContaining([rule]) })
        // No reason passes a guard that blocks.
        expect(judge(dlaIndividuel, facts, code, 'vu avec la présidente').kind).toBe('blocked')
      }
    },
  )

  it('is impossible from a state that it does not start from', () => {
    for (const { code } of dlaIndividuel.transitions)
      for (const { code: state } of dlaIndividuel.states)
        if (!waysFrom(dlaIndividuel, state).includes(code))
          expect(judge(dlaIndividuel, completeFacts({ state }), code)).toEqual({ kind: 'impossible' })
  })
})

it('lets a plan be approved without a committee where none is required, and only there', () => {
  const facts = completeFacts({ state: 'planning', opinion: null, committeeOn: null })
  expect(judge(dlaCollectifMse, facts, 'approve_plan')).toEqual({ kind: 'ok', to: 'plan_approved', warnings: [] })
  expect(judge(dlaIndividuel, facts, 'approve_plan')).toEqual({
    kind: 'blocked',
    to: 'plan_approved',
    missing: ['committee_not_required'],
    warnings: [],
  })
})

it('names everything that is missing at once', () => {
  expect(
    judge(
      dlaIndividuel,
      completeFacts({
        state: 'diagnostic',
        snapshot: null,
        needs: { count: 0, ranked: false },
        practitionerDays: null,
      }),
      'validate_diagnostic',
    ),
  ).toEqual({
    kind: 'blocked',
    to: 'diagnostic_validated',
    missing: ['snapshot_complete', 'needs_ranked'],
    warnings: ['practitioner_days_recorded'],
  })
})
