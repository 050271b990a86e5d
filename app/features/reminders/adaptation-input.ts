import { choice, integer, line, list, object, optional, version, yesNo } from '#app/kernel/input.ts'
import { channels, mostOccurrences, recipients } from './reminder-vocabulary.ts'

/** What the form of a rule sends, whoever the rule belongs to. */
export const adaptation = {
  /** Of the rule that was read. */
  mark: version(),
  rule: line({ max: 3 }),
  on: yesNo(),
  /** Those of the rule, then one more: without days, it is not added. */
  occurrences: list(
    object({
      days: optional(integer({ min: -365, max: 3650 })),
      business: yesNo(),
      to: choice(recipients),
      channel: choice(channels),
    }),
    { min: 1, max: mostOccurrences + 1 },
  ),
  /** Days after the last occurrence; nobody is told when empty. */
  escalation: optional(integer({ min: 1, max: 365 })),
  escalationBusiness: yesNo(),
}

export const operatorRuleInput = object(adaptation)
export const simulationInput = object({ regle: optional(line({ max: 3 })) })
