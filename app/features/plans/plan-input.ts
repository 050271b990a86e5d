import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { choice, decimal, id, line, object, optional, optionalDay, optionalText, version } from '#app/kernel/input.ts'

/** The five kinds of action of a plan (national guide, completed by collective engineering). */
const natures = [
  'self_action',
  'territory',
  'internal_expertise',
  'individual_engineering',
  'collective_engineering',
] as const
const actionStatuses = ['to_do', 'in_progress', 'done', 'deferred', 'dropped'] as const

const action = {
  nature: choice(natures),
  title: line({ max: 300 }),
  objectiveId: optional(id()),
  owner: optional(line({ max: 120 })),
  startsOn: optionalDay(),
  dueOn: optionalDay(),
  expected: optionalText({ max: 2000 }),
  evidence: optionalText({ max: 2000 }),
  result: optionalText({ max: 5000 }),
}
export const addActionInput = object({ number: caseNumber(), ...action })
export const updateActionInput = object({
  number: caseNumber(),
  actionId: id(),
  version: version(),
  status: choice(actionStatuses),
  ...action,
})
export const moveActionInput = object({ number: caseNumber(), actionId: id(), direction: choice(['up', 'down']) })
const amount = () => optional(decimal({ min: -1_000_000_000, max: 1_000_000_000, scale: 2 }))
const objective = {
  title: line({ max: 300 }),
  unit: optional(line({ max: 40 })),
  baseline: amount(),
  target: amount(),
  dueOn: optionalDay(),
}
export const addObjectiveInput = object({ number: caseNumber(), ...objective })
export const updateObjectiveInput = object({
  number: caseNumber(),
  objectiveId: id(),
  version: version(),
  reached: amount(),
  ...objective,
})
export const removeObjectiveInput = object({ number: caseNumber(), objectiveId: id() })
/** `action`, `objectif`: the one whose form is open, or `nouvelle` and `nouveau`. */
export const planPageInput = object({
  number: caseNumber(),
  action: optional(line({ max: 40 })),
  objectif: optional(line({ max: 40 })),
})
