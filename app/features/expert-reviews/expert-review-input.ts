import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { documentFormats } from '#app/features/documents/document-formats.ts'
import {
  choice,
  day,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalText,
  text,
  version,
} from '#app/kernel/input.ts'
import { outcomes, parts, sectors } from './expert-review.ts'
import { listNames } from './review-year.ts'

export const reviewsInput = object({ number: caseNumber() })
export const prepareReviewInput = object({
  number: caseNumber(),
  centre: line({ max: 120 }),
  sector: choice(sectors),
  personName: line({ max: 120 }),
  email: email(),
  question: text({ max: 5000 }),
  dueOn: day(),
  parts: list(choice(parts), { max: parts.length, min: 1 }),
})
export const reviewInput = object({ number: caseNumber(), reviewId: id() })

const passage = () => optionalText({ max: 20_000 })
/** The words that leave, as the practitioner struck them through; by the names of `textKeys`. */
export const finishCopyInput = object({
  number: caseNumber(),
  reviewId: id(),
  version: version(),
  intent: choice(['save', 'send']),
  question: text({ max: 5000 }),
  request: passage(),
  situation_strategic: passage(),
  situation_organisational: passage(),
  situation_functional: passage(),
  situation_political: passage(),
  situation_sociological: passage(),
  situation_territorial: passage(),
  situation_sectoral: passage(),
  situation_technical: passage(),
  strengths: passage(),
  brakes: passage(),
  conclusions: passage(),
  needs: passage(),
  plan: passage(),
})
export const openReviewInput = object({})
export const answerReviewInput = object({
  outcome: choice(outcomes),
  opinion: text({ max: 20_000 }),
  specialities: optional(text({ max: 2000 })),
})

const year = () => integer({ min: 2000, max: 2100 })
const ofCentre = { centre: optional(line({ max: 120 })) }
/** `liste` and `specialite`: which of the counted requests are listed. */
export const reviewYearInput = object({
  ...ofCentre,
  annee: optional(year()),
  liste: optional(choice(Object.values(listNames))),
  specialite: optional(choice(sectors)),
})
export const takeReviewYearInput = object({
  ...ofCentre,
  annee: year(),
  format: choice(documentFormats),
  langue: optional(choice(['fr', 'en'])),
})
