import type { Wave } from './waves.ts'

/**
 * The questions of each wave. What was measured at the diagnostic is asked again with the same words: `since` names the
 * figure of T0 that is shown beside it. Codes are those of the question bank; the words are in the catalogues.
 */
export const questionCodes = [
  'satisfaction',
  'headcount',
  'permanent',
  'funderCount',
  'strategy',
  'jobLink',
  'jobsKept',
  'economicSituation',
  'objectivesReached',
  'appropriation',
  'newNeeds',
  'verbatim',
] as const
export type QuestionCode = (typeof questionCodes)[number]

export type Question =
  | { code: QuestionCode; kind: 'scale'; max: 4 | 10; since?: T0Figure }
  | { code: QuestionCode; kind: 'count'; since?: T0Figure }
  | { code: QuestionCode; kind: 'choice'; options: readonly string[] }
  | { code: QuestionCode; kind: 'text' }

/** Figures of the diagnostic's snapshot that a wave measures again. */
export type T0Figure = 'headcount' | 'permanent' | 'funderCount' | 'strategy'

const jobs: readonly Question[] = [
  { code: 'headcount', kind: 'count', since: 'headcount' },
  { code: 'permanent', kind: 'count', since: 'permanent' },
]
const story: readonly Question[] = [
  { code: 'newNeeds', kind: 'text' },
  { code: 'verbatim', kind: 'text' },
]

const main: readonly Question[] = [
  ...jobs,
  { code: 'jobLink', kind: 'choice', options: ['none', 'low', 'strong'] },
  { code: 'jobsKept', kind: 'count' },
  { code: 'economicSituation', kind: 'choice', options: ['degraded', 'stable', 'improved'] },
  { code: 'funderCount', kind: 'count', since: 'funderCount' },
  { code: 'strategy', kind: 'scale', max: 4, since: 'strategy' },
  { code: 'objectivesReached', kind: 'scale', max: 4 },
  { code: 'appropriation', kind: 'scale', max: 4 },
  ...story,
]

/** T1 asks how it went, T2 whether it is used, T3 and T4 measure again what the diagnostic measured. */
export const questionnaires: Record<Wave, readonly Question[]> = {
  T1: [
    { code: 'satisfaction', kind: 'scale', max: 10 },
    { code: 'objectivesReached', kind: 'scale', max: 4 },
    ...story,
  ],
  T2: [{ code: 'appropriation', kind: 'scale', max: 4 }, ...jobs, ...story],
  T3: main,
  T4: main,
}
