import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isPlanReviewed } from './action-reviews.ts'
import { type QuestionCode, questionnaires } from './questionnaire.ts'
import { responsePages } from './response-pages.ts'
import { type Wave, waves } from './waves.ts'

/** The question bank of the trade: each of its codes, what asks it, and the waves at which it must be asked. */
const bank: Record<string, { asks: QuestionCode[]; at: Wave[] }> = {
  q_objective_reached: { asks: ['objectivesReached', 'objectivesProof'], at: ['T1', 'T3'] },
  q_appropriation: { asks: ['appropriation'], at: ['T2', 'T3'] },
  q_jobs_now: {
    asks: ['headcount', 'fte', 'permanent', 'fixedTerm', 'women', 'partTime', 'subsidised'],
    at: ['T3'],
  },
  q_jobs_link: { asks: ['jobLink'], at: ['T3'] },
  q_jobs_saved: { asks: ['jobsKept', 'jobsKeptProof'], at: ['T3'] },
  q_econ: { asks: ['economicSituation'], at: ['T3'] },
  q_funders_nb: { asks: ['funderCount', 'funderKinds'], at: ['T3'] },
  q_strategy: { asks: ['strategy'], at: ['T3'] },
  q_alliances: { asks: ['alliances'], at: ['T3'] },
  q_governance: { asks: ['governance'], at: ['T3'] },
  q_satisfaction: { asks: ['satisfaction', 'officer', 'provider', 'format'], at: ['T1'] },
  q_recommend: { asks: ['recommend'], at: ['T1', 'T3'] },
  q_unexpected: { asks: ['unexpected'], at: ['T1', 'T2', 'T3'] },
  q_new_need: { asks: ['newNeeds', 'newCase'], at: ['T2', 'T3'] },
  q_story_ok: { asks: ['verbatim'], at: ['T1', 'T3'] },
  q_status_change: { asks: ['statusChange'], at: ['T3'] },
}

describe('the question bank', () => {
  for (const [code, { asks, at }] of Object.entries(bank))
    it(`asks ${code} at ${at.join(', ')}`, () => {
      for (const wave of at)
        expect(questionnaires[wave].map(question => question.code)).toEqual(expect.arrayContaining(asks))
    })

  it('asks q_actions_status of an organisation that stands, from T1 to T3', () => {
    expect(waves.filter(wave => isPlanReviewed(wave, null))).toEqual(['T1', 'T2', 'T3'])
    expect(isPlanReviewed('T3', 'closed')).toBe(false)
  })

  it('asks each question once in a wave, on one page, and every page has its digit in the address', () => {
    for (const wave of waves) {
      const codes = questionnaires[wave].map(({ code }) => code)
      const pages = responsePages(wave, { hasTracked: true, hasPlan: true, standing: null })
      expect(new Set(codes).size).toBe(codes.length)
      expect(pages.flatMap(page => ('questions' in page ? page.questions.map(({ code }) => code) : [])).sort()).toEqual(
        codes.sort(),
      )
      expect(pages.length).toBeLessThan(10)
    }
  })

  it('is the table of docs/question-bank.md, code by code', () => {
    const table = readFileSync('docs/question-bank.md', 'utf8')
    const codes = [...table.matchAll(/^\| `(q_[a-z_]+)`/gm)].map(([, code]) => code)
    expect(codes.sort()).toEqual([...Object.keys(bank), 'q_actions_status'].sort())
    for (const { asks } of Object.values(bank)) for (const code of asks) expect(table).toContain(`\`${code}\``)
  })
})
