import type { Question as TrackedQuestion } from '#app/features/programmes/questions.ts'
import { isAnswered } from '#app/features/steps/answers.ts'
import { answersInput } from '#app/features/steps/answers-input.ts'
import type { ActionStatus, AnswerValue } from '#db/schema/accompaniments.ts'
import type { followUpResponses } from '#db/schema/follow-ups.ts'
import { type ActionReview, reviewOf } from './action-reviews.ts'
import { type Answers, answersFor } from './answers.ts'
import { AnswerByLinkInput, followUpAnswers, reviewInput } from './follow-up-input.ts'
import { type QuestionCode, questionnaires } from './questionnaire.ts'
import type { Wave } from './waves.ts'

type ResponseRow = typeof followUpResponses.$inferSelect

/** Somebody who is asked of a wave, and how far she is. */
export type RespondentView = {
  id: string
  /** Null for a link that names nobody. */
  personId: string | null
  /** As she signed, else as her sheet says; null for who is not known by name. */
  name: string | null
  state: 'asked' | 'begun' | 'sent'
  channel: ResponseRow['channel']
  askedOn: string | null
  sentOn: string | null
  isReference: boolean
}
type Said = { value: string | number | string[] | null; isDeclined: boolean }
/** What those who answered said of the same question; `of` gives the order of every list. */
export type SideBySide = {
  of: string[]
  questions: { code: QuestionCode; said: Said[]; isSame: boolean }[]
  tracked: { question: TrackedQuestion; said: (AnswerValue | null)[]; isSame: boolean }[]
  actions: { id: string; title: string; said: (Pick<ActionReview, 'status' | 'word'> | null)[]; isSame: boolean }[]
}
export type WaveRespondents = { people: RespondentView[]; sideBySide: SideBySide | null }
type Known = { response: ResponseRow; person: string | null }
type Asked = {
  wave: Wave
  tracked: readonly TrackedQuestion[]
  actions: readonly { id: string; title: string; status: ActionStatus }[]
}

const isSame = (said: readonly unknown[]) => new Set(said.map(value => JSON.stringify(value))).size < 2

/** What somebody sent of a wave, read as her form read it; what no form would take any more, of an import, is left out. */
export function sentOf({ answers }: Pick<ResponseRow, 'answers'>) {
  const known = Object.entries(answers).filter(([code]) => Object.hasOwn(followUpAnswers, code))
  const read = AnswerByLinkInput.safeParse(Object.fromEntries(known))
  if (read.success) return read.data
  const refused = new Set(read.error.issues.map(({ path }) => path[0]))
  return AnswerByLinkInput.parse(Object.fromEntries(known.filter(([code]) => !refused.has(code))))
}

export function respondentsOf(known: readonly Known[], asked: Asked): WaveRespondents {
  const people = known.map(({ response, person }) => respondentView(response, person))
  const sent = known.map(({ response }) => response).filter(({ sentOn }) => sentOn !== null)
  return { people, sideBySide: sent.length > 1 ? sideBySide(sent, asked) : null }
}

function respondentView(response: ResponseRow, person: string | null): RespondentView {
  const { id, personId, respondent, channel, askedOn, sentOn, pages, isReference } = response
  const state = sentOn ? 'sent' : pages > 0 ? 'begun' : 'asked'
  return { id, personId, name: respondent ?? person, state, channel, askedOn, sentOn, isReference }
}

function sideBySide(sent: readonly ResponseRow[], { wave, tracked, actions }: Asked): SideBySide {
  const each = sent.map(sentOf)
  const answers = each.map(one => answersFor(wave, one))
  const reviews = each.map(one => {
    const ofPlan = { actions: pick(one.actions, actions), actionWords: pick(one.actionWords, actions) }
    const read = reviewInput(actions.map(({ id }) => id)).safeParse(ofPlan)
    return read.success ? reviewOf(actions, read.data) : []
  })
  const rows = {
    questions: questionnaires[wave].map(({ code }) => ({ code, said: answers.map(given => saidOf(given, code)) })),
    tracked: tracked.map(question => ({ question, said: each.map(one => typedOf(question, one.answers)) })),
    actions: actions.map(({ id, title }) => ({
      id,
      title,
      said: reviews.map(said => {
        const found = said.find(({ actionId }) => actionId === id)
        return found ? { status: found.status, word: found.word } : null
      }),
    })),
  }
  return {
    of: sent.map(({ id }) => id),
    questions: rows.questions
      .filter(({ said }) => said.some(isSaid))
      .map(row => ({ ...row, isSame: isSame(row.said) })),
    tracked: rows.tracked
      .filter(({ said }) => said.some(isAnswered))
      .map(row => ({ ...row, isSame: isSame(row.said) })),
    actions: rows.actions.filter(({ said }) => said.some(Boolean)).map(row => ({ ...row, isSame: isSame(row.said) })),
  }
}

const isSaid = ({ value, isDeclined }: Said) => value !== null || isDeclined
const written = (value: Said['value']) => (Array.isArray(value) && value.length === 0 ? null : value)
const saidOf = (given: Answers, code: QuestionCode): Said => ({
  value: written(given[code]),
  isDeclined: given.declined.includes(code),
})

const pick = (said: Readonly<Record<string, unknown>>, of: readonly { id: string }[]) =>
  Object.fromEntries(of.map(({ id }) => [id, said[id]]))

/** One typed answer; a question that changed since, so that it no longer reads it, shows none. */
export function typedOf(question: TrackedQuestion, typed: Readonly<Record<string, unknown>>): AnswerValue | null {
  const read = answersInput([question]).safeParse({ [question.code]: typed[question.code] })
  const value = read.success ? read.data[question.code] : null
  return isAnswered(value) ? value : null
}
