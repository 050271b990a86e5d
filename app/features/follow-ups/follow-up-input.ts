import { funderKinds } from '#app/features/snapshots/funder-kinds.ts'
import { audiences } from '#app/features/testimonies/piece-kinds.ts'
import {
  checkbox,
  choice,
  day,
  decimal,
  email,
  fields,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalText,
} from '#app/kernel/input.ts'
import { reviewStatuses, unsaid } from './action-reviews.ts'
import { questionCodes, standings, statusChanges, yesNo } from './questionnaire.ts'

/** No organisation followed here has more people: a slip of the finger is caught (largest known case: under 5 000). */
const mostPeople = 100_000

const count = () => optional(decimal({ min: 0, max: mostPeople, scale: 2 }))
const scale = (max: number) => optional(integer({ min: 0, max }))

/** Every answer may be left out: an unknown is never a zero, and nobody is kept from sending the rest. */
export const followUpAnswers = {
  standing: optional(choice(standings)),
  satisfaction: scale(10),
  useful: scale(10),
  officer: scale(10),
  provider: scale(10),
  format: scale(10),
  recommend: scale(10),
  headcount: count(),
  permanent: count(),
  fte: count(),
  fixedTerm: count(),
  women: count(),
  partTime: count(),
  subsidised: count(),
  funderCount: count(),
  funderKinds: list(choice(funderKinds), { max: funderKinds.length }),
  strategy: scale(4),
  jobLink: optional(choice(['none', 'low', 'strong'])),
  jobsKept: count(),
  jobsKeptProof: optionalText({ max: 2000 }),
  economicSituation: optional(choice(['degraded', 'stable', 'improved'])),
  objectivesReached: scale(4),
  objectivesProof: optionalText({ max: 2000 }),
  appropriation: scale(4),
  governance: scale(4),
  alliances: optionalText({ max: 2000 }),
  statusChange: optional(choice(statusChanges)),
  unexpected: optionalText({ max: 2000 }),
  newNeeds: optionalText({ max: 4000 }),
  newCase: optional(choice(yesNo)),
  verbatim: optionalText({ max: 2000 }),
  /** Who may read the sentence; a box that was ticked on an earlier form said the same of funders. */
  quoteAudience: optional(choice(audiences)),
  quoteConsent: checkbox(),
  respondent: optional(line({ max: 120 })),
  /** Said out loud, which is not the same as left out; it wins over an answer chosen before. */
  declined: list(choice(questionCodes), { max: questionCodes.length }),
  /** Of the tracked questions of the case's programme, by their codes. */
  answers: fields({ max: 100 }),
  /** Of the actions of the plan, by their ids: where each stands, and a word about it. */
  actions: fields({ max: 200 }),
  actionWords: fields({ max: 200 }),
}

const ofEach = <Of>(ids: readonly string[], read: () => Of) => object(Object.fromEntries(ids.map(id => [id, read()])))

/** What is said of these actions, each of which may be left out. */
export const reviewInput = (ids: readonly string[]) =>
  object({
    actions: ofEach(ids, () => optional(choice([...reviewStatuses, unsaid]))),
    actionWords: ofEach(ids, () => optionalText({ max: 500 })),
  })

const ofWave = { followUpId: id(), number: line({ max: 40 }) }
/** Somebody of the organisation, or the name and the address of somebody more. */
export const AskRespondentInput = object({
  ...ofWave,
  personId: optional(id()),
  name: optional(line({ max: 120 })),
  email: optional(email()),
})
export const RemindRespondentInput = object({ ...ofWave, personId: id() })
export const ChooseReferenceInput = object({ ...ofWave, responseId: id() })

export const DecideQuoteInput = object({ audience: choice([...audiences, 'nobody']) })

export const RecordByPhoneInput = object({
  ...followUpAnswers,
  ...ofWave,
  /** Somebody who was asked; nobody is named when whoever answers for the organisation does. */
  personId: optional(id()),
  answeredOn: day(),
})

export const AnswerByLinkInput = object(followUpAnswers)
export const SavePageInput = object({ ...followUpAnswers, page: integer({ min: 1, max: 20 }) })
