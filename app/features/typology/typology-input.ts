import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { choice, integer, line, list, object, optional, quarterDays, version } from '#app/kernel/input.ts'
import { several, single } from './typology.ts'

const many = <const Value extends string>(values: readonly Value[]) => list(choice(values), { max: values.length })

export const typologyInput = object({
  number: caseNumber(),
  version: version(),
  target: optional(choice(single.target)),
  relation: optional(choice(single.relation)),
  trade: optional(choice(single.trade)),
  format: optional(choice(single.format)),
  place: optional(choice(single.place)),
  payment: optional(choice(single.payment)),
  phase: optional(choice(single.phase)),
  functions: many(several.functions),
  domains: many(several.domains),
  facilitations: many(several.facilitations),
  intervenants: many(several.intervenants),
  publics: many(several.publics),
  days: optional(quarterDays({ min: 0, max: 200 })),
  months: optional(integer({ min: 0, max: 120 })),
  rhythm: optional(line({ max: 200 })),
})
