import { isPlanReviewed } from './action-reviews.ts'
import { goneStandings, type Question, questionnaires } from './questionnaire.ts'
import type { Wave } from './waves.ts'

/** A page of a wave on a phone: a few questions, those of the programme, the plan, or what she tells in her words. */
export type ResponsePage =
  | { kind: 'questions' | 'words'; questions: readonly Question[] }
  | { kind: 'tracked' }
  | { kind: 'plan' }

/** As many as a thumb goes through before it wonders whether it ends. */
const perPage = 4

/** The pages of a wave, in the order of its questions; one that closed or merged is not asked what no longer stands. */
export function responsePages(
  wave: Wave,
  asked: { hasTracked: boolean; hasPlan: boolean; standing: unknown },
): ResponsePage[] {
  const isGone = typeof asked.standing === 'string' && goneStandings.includes(asked.standing)
  const questions = questionnaires[wave].filter(
    question => !(isGone && 'whileActive' in question && question.whileActive),
  )
  const closed = questions.filter(({ kind }) => kind !== 'text')
  const pages = Array.from({ length: Math.ceil(closed.length / perPage) }, (_, index) => ({
    kind: 'questions' as const,
    questions: closed.slice(index * perPage, (index + 1) * perPage),
  }))
  return [
    ...pages,
    ...(asked.hasPlan && isPlanReviewed(wave, asked.standing) ? [{ kind: 'plan' as const }] : []),
    ...(asked.hasTracked ? [{ kind: 'tracked' as const }] : []),
    { kind: 'words', questions: questions.filter(({ kind }) => kind === 'text') },
  ]
}

/** What one page sends, to be kept beside what the others sent. */
export function keptOfPage(page: ResponsePage, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (page.kind === 'tracked') return { answers: sent.answers ?? {} }
  if (page.kind === 'plan') return { actions: sent.actions ?? {}, actionWords: sent.actionWords ?? {} }
  const codes: string[] = page.questions.map(({ code }) => code)
  const own = page.kind === 'words' ? [...codes, 'quoteAudience', 'respondent'] : codes
  return Object.fromEntries(own.map(code => [code, sent[code] ?? null]))
}

/** Where she comes back to: the first page that is not saved yet, or the one that she asks for among those that are. */
export function pageAt(pages: readonly ResponsePage[], { saved, wanted }: { saved: number; wanted: number | null }) {
  const furthest = Math.min(saved + 1, pages.length)
  return wanted === null ? furthest : Math.min(wanted, furthest)
}

type Sent = Readonly<Record<string, unknown>> & {
  answers: object
  actions: object
  actionWords: object
  declined: readonly string[]
}
const recordOf = (kept: unknown) => (typeof kept === 'object' ? kept : {})

/** What is sent now over what was kept: an answer left out now is the one that was kept. */
export function wholeResponse(
  kept: Readonly<Record<string, unknown>>,
  { answers, actions, actionWords, declined, ...sent }: Sent,
): Record<string, unknown> {
  const given = Object.entries(sent).filter(([, value]) => value !== null && value !== false)
  const before = Array.isArray(kept.declined) ? kept.declined.map(String) : []
  return {
    ...kept,
    ...Object.fromEntries(given),
    answers: { ...recordOf(kept.answers), ...answers },
    actions: { ...recordOf(kept.actions), ...actions },
    actionWords: { ...recordOf(kept.actionWords), ...actionWords },
    declined: [...new Set([...before, ...declined])],
  }
}
