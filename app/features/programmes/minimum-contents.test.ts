import { describe, expect, it } from 'vitest'
import { questionnaires } from '#app/features/follow-ups/questionnaire.ts'
import { dlaCollectifMse } from '#db/seed/programmes/dla-collectif-mse.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { orientationCress } from '#db/seed/programmes/orientation-cress.ts'

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

const codesOf = ({ steps }: typeof dlaIndividuel, step: string) =>
  steps.find(({ code }) => code === step)?.questions?.map(({ code }) => code) ?? []

describe('the contents that each form must at least hold', () => {
  for (const programme of [dlaIndividuel, dlaCollectifMse])
    it.each(Object.entries(asked))(`${programme.code} asks: %s`, (_sentence, steps) => {
      for (const [step, codes] of Object.entries(steps))
        expect(codesOf(programme, step)).toEqual(expect.arrayContaining([...codes]))
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

  it('asks first, months later, whether the organisation still stands', () => {
    for (const wave of ['T2', 'T3', 'T4'] as const) expect(questionnaires[wave][0]?.code).toBe('standing')
  })
})
