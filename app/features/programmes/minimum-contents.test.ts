import { describe, expect, it } from 'vitest'
import { questionnaires } from '#app/features/follow-ups/questionnaire.ts'
import { accueilMembreMes } from '#db/seed/programmes/accueil-membre-mes.ts'
import { changementEchelle } from '#db/seed/programmes/changement-echelle.ts'
import { coaching } from '#db/seed/programmes/coaching.ts'
import { dlaCollectifMse } from '#db/seed/programmes/dla-collectif-mse.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { fabriqueAInitiatives } from '#db/seed/programmes/fabrique-a-initiatives.ts'
import { formation } from '#db/seed/programmes/formation.ts'
import { incubation } from '#db/seed/programmes/incubation.ts'
import { mesureImpact } from '#db/seed/programmes/mesure-impact.ts'
import { orientationCress } from '#db/seed/programmes/orientation-cress.ts'
import { shippedProgrammes } from '#db/seed/programmes/shipped.ts'

/** The sentences of the domain's thirteenth section whose contents are questions, and where each is asked. */
const asked: Record<string, Record<string, readonly string[]>> = {
  'sheet of the first meeting': { intake: ['intake_employees', 'intake_next'] },
  'photo: governance': { diagnostic: ['board_members', 'board_women', 'board_meetings'] },
  'photo: people': { diagnostic: ['insertion_employees', 'adherents'] },
  'photo: money': {
    diagnostic: ['yearly_products', 'yearly_charges', 'yearly_result', 'own_funds', 'cash_months', 'funder_shares'],
  },
  'photo: territory and networks': { diagnostic: ['activity', 'action_zone', 'networks'] },
  diagnostic: { diagnostic: ['issue_tree', 'recommendations', 'themes'] },
  plan: { plan: ['action_days'] },
  'closing meeting': {
    restitution: [
      'objective_results',
      'commitments',
      'gaps',
      'appropriation_plan',
      'new_needs',
      'restitution_satisfaction',
      'agrees_to_contact',
    ],
  },
}

/**
 * Of the other programmes, the step where each of these sentences is asked. A person is told what is kept of her before
 * it is kept; a closing says the result, the gaps and their causes, the new needs, the satisfaction, and whether she may
 * be written to again.
 */
const elsewhere = [
  [
    fabriqueAInitiatives,
    { holder: ['holder_notice_on'], creation: ['creation_result', 'creation_gaps', 'creation_needs_next'] },
    { creation: ['creation_useful', 'creation_recontact'] },
  ],
  [
    incubation,
    { application: ['application_needs', 'application_notice_on'], exit: ['exit_result', 'exit_gaps'] },
    { exit: ['exit_needs_next', 'exit_useful', 'exit_agrees'] },
  ],
  [
    changementEchelle,
    { maturity: ['maturity_participants', 'maturity_documents', 'maturity_urgent', 'maturity_notice_on'] },
    { measure: ['measure_impact', 'measure_gaps', 'measure_needs_next', 'measure_useful', 'measure_recontact'] },
  ],
  [
    orientationCress,
    { contact: ['contact_request', 'contact_urgent', 'contact_notice_on'] },
    { outcome: ['outcome_result', 'outcome_useful'] },
  ],
  [
    formation,
    { registration: ['registration_expects', 'registration_notice_on'], attendance: ['half_day_1'] },
    { evaluation: ['evaluation_useful', 'evaluation_gaps', 'evaluation_needs_next', 'evaluation_recontact'] },
  ],
  [
    coaching,
    { framing: ['framing_goal', 'framing_agreed_on', 'framing_frame', 'framing_notice_on'] },
    { closure: ['closure_goal', 'closure_useful', 'closure_needs_next', 'closure_recontact'] },
  ],
  [
    mesureImpact,
    { request: ['request_why', 'request_notice_on'] },
    { use: ['use_method', 'use_limits', 'use_gaps', 'use_needs_next', 'use_recontact'] },
  ],
  [
    accueilMembreMes,
    { welcome: ['welcome_request', 'welcome_urgent'] },
    { place: ['place_changed', 'place_gaps', 'place_needs_next', 'place_useful', 'place_recontact'] },
  ],
] as const

const codesOf = ({ steps }: typeof dlaIndividuel, step: string) =>
  steps.find(({ code }) => code === step)?.questions?.map(({ code }) => code) ?? []

describe('the contents that each form must at least hold', () => {
  for (const programme of [dlaIndividuel, dlaCollectifMse])
    it.each(Object.entries(asked))(`${programme.code} asks: %s`, (_sentence, steps) => {
      for (const [step, codes] of Object.entries(steps))
        expect(codesOf(programme, step)).toEqual(expect.arrayContaining([...codes]))
    })

  it.each(elsewhere.map(([programme, ...asked]) => ({ programme, asked })))(
    '$programme.code asks what applies to it of the first meeting and of the closing',
    ({ programme, asked }) => {
      for (const steps of asked)
        for (const [step, codes] of Object.entries(steps))
          expect(codesOf(programme, step)).toEqual(expect.arrayContaining([...codes]))
    },
  )

  it('are said of every programme that is shipped', () => {
    const said = [dlaIndividuel, dlaCollectifMse, ...elsewhere.map(([programme]) => programme)]
    expect(shippedProgrammes.filter(programme => !said.includes(programme))).toEqual([])
  })

  it('keeps no state waiting for them', () => {
    const questions = dlaIndividuel.steps.flatMap(({ questions: of = [] }) => of)
    expect(questions.filter(({ required, tracked }) => required || tracked)).toEqual([])
  })

  it('asks of a referral the need, to whom, the answer expected and given, and what came of it', () => {
    const codes = orientationCress.steps.flatMap(({ questions = [] }) => questions.map(({ code }) => code))
    expect(codes).toEqual(
      expect.arrayContaining([
        'stage_needs',
        'referral_to',
        'referral_expected_on',
        'acknowledged_answer',
        'outcome_result',
      ]),
    )
  })

  it('asks twelve questions at most of satisfaction, with those of the practice', () => {
    const codes = questionnaires.T1.map(({ code }) => code)
    expect(codes).toEqual(
      expect.arrayContaining(['useful', 'officer', 'provider', 'format', 'objectivesReached', 'recommend', 'verbatim']),
    )
    expect(codes.length).toBeLessThanOrEqual(12)
  })

  it('asks months later of the governance and of alliances while it stands, and always of what nobody expected', () => {
    for (const wave of ['T2', 'T3', 'T4'] as const) {
      const asked = new Map(questionnaires[wave].map(question => [question.code, 'whileActive' in question]))
      expect([asked.get('governance'), asked.get('alliances'), asked.get('unexpected')]).toEqual([true, true, false])
    }
    expect(questionnaires.T1.map(({ code }) => code)).toContain('unexpected')
  })

  it('asks first, months later, whether the organisation still stands', () => {
    for (const wave of ['T2', 'T3', 'T4'] as const) expect(questionnaires[wave][0]?.code).toBe('standing')
  })
})
