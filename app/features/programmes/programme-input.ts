import { adaptation } from '#app/features/reminders/adaptation-input.ts'
import {
  checkbox,
  choice,
  fields,
  integer,
  line,
  object,
  optional,
  optionalText,
  version,
  yesNo,
} from '#app/kernel/input.ts'
import { questionKinds } from './question-kinds.ts'

const code = () => line({ max: 60 })
const words = (max: number) => object({ fr: line({ max }), en: optional(line({ max })) })

export const programmeInput = object({ code: code() })
export const copyInput = object({ code: code(), name: line({ max: 120 }) })
export const revisionInput = object({ code: code(), revision: version() })

export const takeUpdateInput = object({
  code: code(),
  /** Of the copy and of what is shipped, as they were read. */
  mark: version(),
  /** By the keys of the parts that both changed. */
  choices: fields({ max: 500 }),
})

export const wordsInput = words(120)
export const monthsInput = integer({ min: 0, max: 120 })
export const targetInput = optional(integer({ min: 0, max: 100 }))
export const editInput = object({
  code: code(),
  /** Of what was read, as `markOf` gives it. */
  mark: version(),
  name: words(120),
  /** By the codes of the definition, which says what they are. */
  steps: fields({ max: 40 }),
  waves: fields({ max: 4 }),
  targets: fields({ max: 4 }),
  committeeRequired: yesNo(),
  /** In percent. */
  snapshotCompleteness: integer({ min: 0, max: 100 }),
  sessionsShare: integer({ min: 0, max: 100 }),
  recentAccompanimentMonths: integer({ min: 0, max: 120 }),
  closingAttempts: integer({ min: 0, max: 20 }),
  closingDays: integer({ min: 0, max: 730 }),
})

export const questionInput = object({
  code: code(),
  /** Of the question that was read; nobody can have changed a new one. */
  mark: optional(version()),
  step: code(),
  /** The question that is changed; a new one when empty. */
  question: optional(code()),
  words: words(300),
  hint: optional(line({ max: 300 })),
  kind: choice(questionKinds),
  /** The answers of a choice, one per line; `French | English` where the two differ. */
  options: optionalText({ max: 4000 }),
  low: optional(line({ max: 60 })),
  high: optional(line({ max: 60 })),
  required: checkbox(),
  tracked: checkbox(),
  confidential: checkbox(),
  /** `question=answer`. */
  when: optional(line({ max: 130 })),
  /** The tracked question that this one takes the place of, and how the two compare. */
  replaces: optional(code()),
  replacesSame: checkbox(),
  /** `earlier = now`, one per line. */
  replacesAnswers: optionalText({ max: 4000 }),
})
export const removeQuestionInput = object({ code: code(), mark: version(), question: code() })
export const adaptRuleInput = object({ code: code(), ...adaptation })
