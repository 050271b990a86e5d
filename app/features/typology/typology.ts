import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'

/**
 * What an accompaniment is, on the four dimensions of the G10's note *Accompagnement des structures associatives* (2017):
 * whom it is for, which trade it is, what it is about, how it is done; and for which publics, in which phase.
 */

export const targets = ['people', 'organisation', 'project', 'group'] as const
const functions = ['leader', 'governance', 'employee', 'volunteer', 'founder'] as const
const relations = ['peers', 'hierarchy', 'mixed'] as const
/** The five trades; the note describes the first four without naming them. */
export const trades = ['orientation', 'guidance', 'training', 'consulting', 'coaching'] as const
export const formats = ['individual', 'collective'] as const
const places = ['onsite', 'remote', 'hybrid'] as const
const facilitations = ['talk', 'exchange', 'workshop', 'meeting'] as const
const intervenants = ['internal', 'external', 'skills_sponsorship', 'volunteer'] as const
const payments = ['organisation', 'partly', 'third_party'] as const
export const publics = [
  'youth',
  'seniors',
  'women',
  'migrants',
  'qpv_residents',
  'rural_residents',
  'disabled',
  'job_seekers',
] as const
export const phases = ['creation', 'consolidation', 'development', 'crisis', 'cooperation'] as const

/** The fields of which one value is given, with their values. */
export const single = {
  target: targets,
  relation: relations,
  trade: trades,
  format: formats,
  place: places,
  payment: payments,
  phase: phases,
} as const
/** The fields of which several may be true. */
export const several = { functions, domains: expertiseDomains, facilitations, intervenants, publics } as const

type Single = { [Name in keyof typeof single]: (typeof single)[Name][number] | null }
type Several = { [Name in keyof typeof several]: (typeof several)[Name][number][] }
export type Typology = Single &
  Several & {
    days: number | null
    /** Over how many months the days are spread. */
    months: number | null
    /** How often, in words: « une demi-journée tous les quinze jours ». */
    rhythm: string | null
  }

export const noTypology: Typology = {
  target: null,
  relation: null,
  trade: null,
  format: null,
  place: null,
  payment: null,
  phase: null,
  functions: [],
  domains: [],
  facilitations: [],
  intervenants: [],
  publics: [],
  days: null,
  months: null,
  rhythm: null,
}

type Stored = Readonly<Record<keyof Typology, unknown>>
/** The stored row; a value that is no longer one of the list is not known. */
export function readTypology(row: Stored): Typology {
  const one = <const Value extends string>(values: readonly Value[], stored: unknown) =>
    values.find(value => value === stored) ?? null
  const many = <const Value extends string>(values: readonly Value[], stored: unknown) =>
    values.filter(value => Array.isArray(stored) && stored.includes(value))
  const number = (stored: unknown) => (typeof stored === 'number' ? stored : null)
  return {
    target: one(targets, row.target),
    relation: one(relations, row.relation),
    trade: one(trades, row.trade),
    format: one(formats, row.format),
    place: one(places, row.place),
    payment: one(payments, row.payment),
    phase: one(phases, row.phase),
    functions: many(functions, row.functions),
    domains: many(expertiseDomains, row.domains),
    facilitations: many(facilitations, row.facilitations),
    intervenants: many(intervenants, row.intervenants),
    publics: many(publics, row.publics),
    days: number(row.days),
    months: number(row.months),
    rhythm: typeof row.rhythm === 'string' ? row.rhythm : null,
  }
}

/** By the names of the fields of its form; several values are one per line. */
export const typologyFormValues = (typology: Typology): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(typology).map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]),
  )
