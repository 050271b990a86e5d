import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { documentFormats } from '#app/features/documents/document-formats.ts'
import { figureCertainties, figureOrigins, originFields } from '#app/features/snapshots/figure-origin.ts'
import { funderKinds } from '#app/features/snapshots/funder-kinds.ts'
import {
  choice,
  day,
  decimal,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  text,
  version,
} from '#app/kernel/input.ts'
import { commentedLines } from './diagnostic-lines.ts'
import { expertiseDomains } from './expertise-domains.ts'
import { needJobsEffects, needUrgencies } from './need.ts'

const standing = object({ score: optional(integer({ min: 0, max: 4 })), text: optionalText({ max: 5000 }) })
const need = object({
  /** Kept from one saving to the next, so that what the organisation said of a need stays with it. */
  id: optional(id()),
  rank: optional(integer({ min: 1, max: 99 })),
  domain: optional(choice(expertiseDomains)),
  /** Empty: the line is not a need. */
  title: optional(line({ max: 300 })),
  urgency: optional(choice(needUrgencies)),
  jobsEffect: optional(choice(needJobsEffects)),
})

export const diagnosticInput = object({
  number: caseNumber(),
  version: version(),
  participants: optionalText({ max: 5000 }),
  documentsSeen: optionalText({ max: 5000 }),
  practitionerDays: optional(decimal({ min: 0, max: 200, scale: 2 })),
  situation: optional(object(Object.fromEntries(expertiseDomains.map(domain => [domain, optional(standing)])))),
  strengths: optionalText({ max: 20_000 }),
  brakes: optionalText({ max: 20_000 }),
  conclusions: optionalText({ max: 20_000 }),
  needs: list(need, { max: 20 }),
})

const ownOrigin = object({
  on: optionalDay(),
  origin: optional(choice(figureOrigins)),
  certainty: optional(choice(figureCertainties)),
})
const count = () => optional(decimal({ min: 0, max: 1_000_000, scale: 2 }))
export const snapshotInput = object({
  number: caseNumber(),
  version: version(),
  takenOn: optionalDay(),
  headcount: count(),
  fte: count(),
  permanent: count(),
  fixedTerm: count(),
  women: count(),
  partTime: count(),
  subsidised: count(),
  volunteers: count(),
  funderCount: count(),
  budget: optional(decimal({ min: 0, max: 10_000_000_000, scale: 2 })),
  strategy: optional(integer({ min: 0, max: 4 })),
  governance: optional(integer({ min: 0, max: 4 })),
  funderKinds: list(choice(funderKinds), { max: funderKinds.length }),
  alliances: optionalText({ max: 2000 }),
  origin: optional(choice(figureOrigins)),
  certainty: optional(choice(figureCertainties)),
  origins: optional(object(Object.fromEntries(originFields.map(field => [field, optional(ownOrigin)])))),
})

export const sendForValidationInput = object({
  number: caseNumber(),
  personId: id(),
  reason: optionalText({ max: 2000 }),
})

const capacities = ['governance', 'leader'] as const
export const recordValidationInput = object({
  number: caseNumber(),
  version: version(),
  validatedOn: day(),
  validatedByName: line({ max: 120 }),
  validatedByFunction: optional(line({ max: 120 })),
  validatedAs: choice(capacities),
  reservation: optionalText({ max: 5000 }),
  reason: optionalText({ max: 2000 }),
})

export const validateByLinkInput = object({
  version: version(),
  name: line({ max: 120 }),
  function: line({ max: 120 }),
  capacity: choice(capacities),
  verdict: choice(['as_it_is', 'with_reservation']),
  reservation: optionalText({ max: 5000 }),
  needs: list(object({ id: id(), reservation: optionalText({ max: 2000 }) }), { max: 20 }),
})

export const contestLineInput = object({
  line: line({ max: 80 }),
  body: text({ max: 2000 }),
  name: line({ max: 120 }),
})
export const answerContestInput = object({
  number: caseNumber(),
  contestId: id(),
  version: version(),
  answer: text({ max: 2000 }),
})
export const addCommentInput = object({
  number: caseNumber(),
  line: choice(commentedLines),
  body: text({ max: 2000 }),
})
export const takeDiagnosticInput = object({
  number: caseNumber(),
  format: choice(documentFormats),
  langue: optional(choice(['fr', 'en'])),
})
