import { funderKinds } from '#app/features/snapshots/funder-kinds.ts'
import type { SnapshotWords } from '#app/features/snapshots/snapshot.ts'
import type { Wave } from './waves.ts'

/**
 * The questions of each wave. What was measured at the diagnostic is asked again with the same words: `since` names the
 * figure of T0 that is shown beside it. Codes are those of the question bank; the words are in the catalogues.
 */
export const questionCodes = [
  'standing',
  'satisfaction',
  'useful',
  'officer',
  'provider',
  'format',
  'recommend',
  'headcount',
  'permanent',
  'fte',
  'fixedTerm',
  'women',
  'partTime',
  'subsidised',
  'funderCount',
  'funderKinds',
  'strategy',
  'jobLink',
  'jobsKept',
  'jobsKeptProof',
  'economicSituation',
  'objectivesReached',
  'objectivesProof',
  'appropriation',
  'governance',
  'alliances',
  'statusChange',
  'unexpected',
  'newNeeds',
  'newCase',
  'verbatim',
] as const
export type QuestionCode = (typeof questionCodes)[number]

/** Whether the organisation still stands: one that closed or merged is not asked what it does with its tools. */
export const standings = ['active', 'merged', 'closed'] as const
export const goneStandings: readonly string[] = ['merged', 'closed']

export type Question =
  | { code: QuestionCode; kind: 'scale'; max: 4 | 10; since?: T0Figure; whileActive?: true }
  | { code: QuestionCode; kind: 'count'; since?: T0Figure; whileActive?: true }
  | { code: QuestionCode; kind: 'choice'; options: readonly string[]; whileActive?: true }
  | { code: QuestionCode; kind: 'choices'; options: readonly string[]; since?: 'funderKinds'; whileActive?: true }
  | { code: QuestionCode; kind: 'text'; since?: 'alliances'; whileActive?: true }

/** Figures of the diagnostic's snapshot that a wave measures again. */
export const t0Figures = [
  'headcount',
  'permanent',
  'fte',
  'fixedTerm',
  'women',
  'partTime',
  'subsidised',
  'funderCount',
  'strategy',
  'governance',
] as const satisfies QuestionCode[]
export type T0Figure = (typeof t0Figures)[number]
/** What the diagnostic said, recalled under the question that asks it again. */
export type Recalled = Record<T0Figure, number | null> & Pick<SnapshotWords, 'funderKinds' | 'alliances'>
/** Those that a column of the wave keeps: their means are read, and they are shown even when nobody knows them. */
export const t0Columns = ['headcount', 'permanent', 'funderCount', 'strategy'] as const satisfies T0Figure[]

/** What the organisation has become for the network that accompanied it. */
export const statusChanges = ['none', 'member', 'contributor', 'both'] as const
export const yesNo = ['yes', 'no'] as const

const jobs: readonly Question[] = [
  { code: 'headcount', kind: 'count', since: 'headcount' },
  { code: 'permanent', kind: 'count', since: 'permanent' },
]
/** The rest of the photo of jobs, once what figures read has been asked. */
const jobsInDetail: readonly Question[] = [
  { code: 'fte', kind: 'count', since: 'fte', whileActive: true },
  { code: 'fixedTerm', kind: 'count', since: 'fixedTerm', whileActive: true },
  { code: 'women', kind: 'count', since: 'women', whileActive: true },
  { code: 'partTime', kind: 'count', since: 'partTime', whileActive: true },
  { code: 'subsidised', kind: 'count', since: 'subsidised', whileActive: true },
]
const newCase: Question = { code: 'newCase', kind: 'choice', options: yesNo, whileActive: true }
const standing: Question = { code: 'standing', kind: 'choice', options: standings }
const board: readonly Question[] = [
  { code: 'governance', kind: 'scale', max: 4, since: 'governance', whileActive: true },
  { code: 'alliances', kind: 'text', since: 'alliances', whileActive: true },
]
const story: readonly Question[] = [
  { code: 'unexpected', kind: 'text' },
  { code: 'newNeeds', kind: 'text' },
  { code: 'verbatim', kind: 'text' },
]

const main: readonly Question[] = [
  standing,
  ...jobs,
  { code: 'jobLink', kind: 'choice', options: ['none', 'low', 'strong'] },
  { code: 'jobsKept', kind: 'count' },
  { code: 'economicSituation', kind: 'choice', options: ['degraded', 'stable', 'improved'] },
  { code: 'funderCount', kind: 'count', since: 'funderCount', whileActive: true },
  { code: 'strategy', kind: 'scale', max: 4, since: 'strategy', whileActive: true },
  { code: 'objectivesReached', kind: 'scale', max: 4 },
  { code: 'appropriation', kind: 'scale', max: 4, whileActive: true },
  ...board,
  { code: 'recommend', kind: 'scale', max: 10 },
  ...jobsInDetail,
  { code: 'funderKinds', kind: 'choices', options: funderKinds, since: 'funderKinds', whileActive: true },
  { code: 'statusChange', kind: 'choice', options: statusChanges, whileActive: true },
  newCase,
  { code: 'objectivesProof', kind: 'text' },
  { code: 'jobsKeptProof', kind: 'text' },
  ...story,
]

/** T1 asks how it went, T2 whether it is used, T3 and T4 measure again what the diagnostic measured. */
export const questionnaires: Record<Wave, readonly Question[]> = {
  T1: [
    { code: 'satisfaction', kind: 'scale', max: 10 },
    { code: 'useful', kind: 'scale', max: 10 },
    { code: 'officer', kind: 'scale', max: 10 },
    { code: 'provider', kind: 'scale', max: 10 },
    { code: 'format', kind: 'scale', max: 10 },
    { code: 'objectivesReached', kind: 'scale', max: 4 },
    { code: 'recommend', kind: 'scale', max: 10 },
    { code: 'objectivesProof', kind: 'text' },
    ...story,
  ],
  T2: [
    standing,
    { code: 'appropriation', kind: 'scale', max: 4, whileActive: true },
    ...jobs,
    ...board,
    newCase,
    ...story,
  ],
  T3: main,
  T4: main,
}
