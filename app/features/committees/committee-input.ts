import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { documentFormats } from '#app/features/documents/document-formats.ts'
import {
  choice,
  day,
  email,
  id,
  line,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  text,
  version,
} from '#app/kernel/input.ts'
import { opinions } from './committee.ts'

export const committeesInput = object({})
export const createCommitteeInput = object({
  heldOn: day(),
  place: optional(line({ max: 200 })),
  opensOn: optionalDay(),
  closesOn: optionalDay(),
})
/** `dossier`: the case whose lines are written. */
export const committeePageInput = object({ committeeId: id(), dossier: optional(line({ max: 40 })) })
export const saveItemInput = object({
  committeeId: id(),
  number: caseNumber(),
  /** Of the lines that were read; nothing stands there when they are new. */
  version: optional(version()),
  presentation: text({ max: 10_000 }),
  questions: optionalText({ max: 5000 }),
  warnings: optionalText({ max: 5000 }),
})
export const itemInput = object({ committeeId: id(), itemId: id() })
export const addMemberInput = object({
  committeeId: id(),
  name: line({ max: 120 }),
  email: email(),
  function: optional(line({ max: 120 })),
})
export const memberInput = object({ committeeId: id(), memberId: id() })
export const sendAgendaInput = object({ committeeId: id() })
export const itemOpinionInput = object({
  committeeId: id(),
  itemId: id(),
  version: version(),
  opinion: choice(opinions),
  reason: optionalText({ max: 5000 }),
  advisedQuarters: optional(quarterDays({ min: 0, max: 400 })),
})
export const giveAdviceInput = object({ itemId: id(), opinion: choice(opinions), body: optionalText({ max: 2000 }) })
export const takePackInput = object({
  committeeId: id(),
  format: choice(documentFormats),
  langue: optional(choice(['fr', 'en'])),
})
