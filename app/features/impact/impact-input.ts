import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { documentFormats } from '#app/features/documents/document-formats.ts'
import { choice, decimal, email, id, line, object, optional, optionalText, text, version } from '#app/kernel/input.ts'
import { effectKinds, stages } from './impact.ts'

const number = caseNumber
const quantity = () => optional(decimal({ scale: 4, min: -1_000_000_000, max: 1_000_000_000 }))

/** `effet`, `indicateur`: whose form is open, an id or `nouveau`. */
export const impactPageInput = object({
  number: number(),
  effet: optional(line({ max: 40 })),
  indicateur: optional(line({ max: 40 })),
})
export const saveFrameInput = object({
  number: number(),
  version: version(),
  stakes: text({ max: 10_000 }),
})
export const saveConclusionsInput = object({
  number: number(),
  version: version(),
  conclusions: optionalText({ max: 10_000 }),
  uses: optionalText({ max: 10_000 }),
})
export const saveEffectInput = object({
  number: number(),
  effectId: optional(id()),
  version: optional(version()),
  stake: line({ max: 300 }),
  activity: line({ max: 300 }),
  output: optional(line({ max: 300 })),
  effect: line({ max: 300 }),
  onWhom: line({ max: 300 }),
  kind: choice(effectKinds),
})
export const effectInput = object({ number: number(), effectId: id() })
export const saveIndicatorInput = object({
  number: number(),
  indicatorId: optional(id()),
  version: optional(version()),
  effectId: id(),
  name: line({ max: 200 }),
  definition: text({ max: 2000 }),
  source: line({ max: 300 }),
  unit: optional(line({ max: 60 })),
  measuredBy: line({ max: 200 }),
  baseline: quantity(),
})
export const indicatorInput = object({ number: number(), indicatorId: id() })
export const advanceStudyInput = object({ number: number(), to: choice(stages) })
export const addPartyInput = object({
  number: number(),
  name: line({ max: 120 }),
  email: email(),
  function: optional(line({ max: 120 })),
})
export const partyInput = object({ number: number(), partyId: id() })
export const askPartiesInput = object({ number: number() })
export const giveMeasureInput = object({ indicatorId: id(), value: quantity(), view: optionalText({ max: 2000 }) })
export const takeSheetInput = object({
  number: number(),
  format: choice(documentFormats),
  langue: optional(choice(['fr', 'en'])),
})
