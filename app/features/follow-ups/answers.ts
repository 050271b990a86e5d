import type { z } from 'zod'
import type { AnswerByLinkInput } from './follow-up-input.ts'
import { goneStandings, type QuestionCode, questionnaires } from './questionnaire.ts'
import type { Wave } from './waves.ts'

type Sent = z.infer<typeof AnswerByLinkInput>
export type Answers = Omit<Sent, 'respondent' | 'answers' | 'actions' | 'actionWords'>

/** Those that she would rather not answer, of those that this wave asks. */
const declinedAmong = (asked: ReadonlySet<QuestionCode>, { declined }: Sent) => declined.filter(code => asked.has(code))

/** What is kept of what was sent: the questions of this wave only, so that an answer never lands where nobody asked. */
export function answersFor(wave: Wave, sent: Sent): Answers {
  const isGone = goneStandings.includes(sent.standing ?? '')
  const asked = new Set<QuestionCode>(
    questionnaires[wave].flatMap(question =>
      isGone && 'whileActive' in question && question.whileActive ? [] : [question.code],
    ),
  )
  const kept = <K extends QuestionCode>(code: K): Sent[K] | null =>
    asked.has(code) && !sent.declined.includes(code) ? sent[code] : null
  const verbatim = kept('verbatim')
  const audience = sent.quoteAudience ?? (sent.quoteConsent ? 'funder' : null)
  return {
    standing: kept('standing'),
    satisfaction: kept('satisfaction'),
    useful: kept('useful'),
    officer: kept('officer'),
    provider: kept('provider'),
    format: kept('format'),
    recommend: kept('recommend'),
    headcount: kept('headcount'),
    permanent: kept('permanent'),
    fte: kept('fte'),
    fixedTerm: kept('fixedTerm'),
    women: kept('women'),
    partTime: kept('partTime'),
    subsidised: kept('subsidised'),
    funderCount: kept('funderCount'),
    funderKinds: kept('funderKinds') ?? [],
    strategy: kept('strategy'),
    jobLink: kept('jobLink'),
    jobsKept: kept('jobsKept'),
    jobsKeptProof: kept('jobsKeptProof'),
    economicSituation: kept('economicSituation'),
    objectivesReached: kept('objectivesReached'),
    objectivesProof: kept('objectivesProof'),
    appropriation: kept('appropriation'),
    governance: kept('governance'),
    alliances: kept('alliances'),
    statusChange: kept('statusChange'),
    unexpected: kept('unexpected'),
    newNeeds: kept('newNeeds'),
    newCase: kept('newCase'),
    verbatim,
    declined: declinedAmong(asked, sent),
    // A consent to be quoted without a sentence to quote is no consent.
    quoteAudience: verbatim === null ? null : audience,
    quoteConsent: verbatim !== null && (audience === 'funder' || audience === 'public'),
  }
}

/** Nothing at all was answered: sending that would close the wave for nothing. */
export function isEmpty(answers: Answers): boolean {
  const { quoteConsent: _consent, quoteAudience: _audience, declined, ...rest } = answers
  return declined.length === 0 && !Object.values(rest).some(isSaid)
}

/** An empty list is no answer. */
export const isSaid = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0)

/** A wave may be answered once it is known, until it was; one that was refused may still be. */
export const isOpen = (state: string) => state !== 'answered' && state !== 'cancelled'
