import { choice, day, id, line, list, object, optional, optionalText } from '#app/kernel/input.ts'
import { caseNumber } from './accompaniment-input.ts'
import { gestures, waysToChoose } from './many-cases.ts'

/** As many as a person reads through before she agrees. */
const atMost = 100
const chosen = (min: number) => list(caseNumber(), { max: atMost, min })

/** What is not chosen yet, or not well, is asked again: no address of this page is wrong. */
export const manyCasesInput = object({
  dossier: chosen(0),
  geste: optional(choice(gestures)),
  charge: optional(line({ max: 40 })),
  convention: list(line({ max: 40 }), { max: 20 }),
  comment: optional(choice(waysToChoose)),
  au: optional(line({ max: 20 })),
})

export const changeManyInput = object({
  numbers: chosen(1),
  gesture: choice(gestures),
  practitionerId: optional(id()),
  agreements: list(id(), { max: 20 }),
  how: optional(choice(waysToChoose)),
  to: optional(day()),
  reason: optionalText({ max: 2000 }),
  /** Digest of the preview: what is done is what was read. */
  seen: line({ max: 64 }),
})
