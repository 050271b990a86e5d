import { documentFormats } from '#app/features/documents/document-formats.ts'
import {
  choice,
  day,
  decimal,
  id,
  line,
  object,
  optional,
  optionalDay,
  optionalText,
  version,
} from '#app/kernel/input.ts'
import { challengeNatures, colleges, territoryKinds } from './territory.ts'

const sheet = {
  name: line({ max: 120 }),
  kind: choice(territoryKinds),
  communes: optionalText({ max: 4000 }),
  departments: optionalText({ max: 400 }),
  label: optional(line({ max: 200 })),
  labelledOn: optionalDay(),
  roadmap: optionalText({ max: 20_000 }),
}
const challenge = {
  nature: choice(challengeNatures),
  title: line({ max: 200 }),
  words: optionalText({ max: 5000 }),
  indicator: optional(line({ max: 200 })),
  unit: optional(line({ max: 40 })),
}

export const territoriesInput = object({})
export const territoryInput = object({ territoryId: id() })
/** `evenement` and `champ`: what is about to be put back. */
export const territoryHistoryInput = object({
  territoryId: id(),
  evenement: optional(id()),
  champ: optional(line({ max: 300 })),
})
export const createTerritoryInput = object(sheet)
export const editTerritoryInput = object({ territoryId: id(), version: version(), ...sheet })
export const addSeatInput = object({
  territoryId: id(),
  name: line({ max: 120 }),
  college: choice(colleges),
  role: optional(line({ max: 120 })),
})
export const seatInput = object({ territoryId: id(), seatId: id() })
export const addChallengeInput = object({ territoryId: id(), ...challenge })
export const challengeInput = object({ territoryId: id(), challengeId: id() })
export const editChallengeInput = object({ territoryId: id(), challengeId: id(), version: version(), ...challenge })
export const closeChallengeInput = object({
  territoryId: id(),
  challengeId: id(),
  closedOn: day(),
  result: optionalText({ max: 5000 }),
})
export const recordMeasureInput = object({
  territoryId: id(),
  challengeId: id(),
  measuredOn: day(),
  value: decimal({ scale: 4, min: -1_000_000_000, max: 1_000_000_000 }),
  source: line({ max: 200 }),
})
export const tieInput = object({ number: line({ max: 20 }), challengeId: id(), reason: optionalText({ max: 2000 }) })
export const measureInput = object({ territoryId: id(), challengeId: id(), measureId: id() })
export const takeRoadmapInput = object({
  territoryId: id(),
  format: choice(documentFormats),
  langue: optional(choice(['fr', 'en'])),
})
