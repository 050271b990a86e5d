import type { Period } from '#app/kernel/period.ts'
import { catalogue, type FigureCode, type Unit } from './catalogue.ts'
import type { Dimension } from './dimension.ts'
import type { Measure } from './measure.ts'

export type Audience = 'operator' | 'funder'
/** few_organisations: fewer than three · dominant: one gives more than 85 % · subtraction: it would give another back. */
export type Reason = 'few_organisations' | 'few_pairs' | 'dominant' | 'subtraction'

/** Not rounded; shares are fractions, money is in euros. */
export type Figure = {
  code: FigureCode
  unit: Unit
  version: number
  value: number | null
  /** Of every ratio and mean; null for the others. */
  numerator: number | null
  denominator: number | null
  known: number | null
  missing: number | null
} & ({ status: 'published' | 'not_applicable'; reason: null } | { status: 'withheld'; reason: Reason })

/** An agreement as figures need it: its code, and the days between which its events count. */
export type AgreementScope = { id: string; code: string; startsOn: string; endsOn: string }

export type FigureAsk = {
  period: Period
  /** For a funder, figures that would say too much of an organisation are withheld. */
  audience: Audience
  /** Its accompaniments alone, and the days that it shares with the period. */
  agreement: AgreementScope | null
  dimension: Dimension | null
}

/** `key` as `formats.md` writes it, null when unknown; `name` when the key needs the database to be said. */
export type Cell = { key: string | null; name: string | null; figures: Figure[] }
export type FigureSet = { ask: FigureAsk; figures: Figure[]; cells: Cell[] }

/** What the lines of a figure sum to, in one cell. */
export type Tally = {
  numerator: number | null
  denominator: number | null
  /** The middle value of the numerators. */
  middle: number | null
  known: number
  eligible: number
}

const emptyTally: Tally = { numerator: null, denominator: null, middle: null, known: 0, eligible: 0 }

/** The figure that a tally says; without a tally there was nothing to count. */
export function settle(code: FigureCode, tally: Tally = emptyTally): Figure {
  const { unit, version, measure } = catalogue[code]
  const value = valueFrom(measure, tally)
  const ratio = hasDenominator(measure)
  return {
    code,
    unit,
    version,
    value,
    numerator: ratio ? (tally.numerator ?? 0) : null,
    denominator: ratio ? (tally.denominator ?? 0) : null,
    known: tally.known,
    missing: tally.eligible - tally.known,
    status: value === null ? 'not_applicable' : 'published',
    reason: null,
  }
}

export const hasDenominator = ({ kind }: Measure) => !['count', 'distinct', 'sum', 'median'].includes(kind)

function valueFrom(measure: Measure, { numerator, denominator, middle }: Tally): number | null {
  switch (measure.kind) {
    case 'count':
    case 'distinct':
    case 'sum':
      return numerator ?? 0
    case 'median':
      return middle === null ? null : middle / measure.per
    default: {
      if (!denominator) return null
      const quotient = (numerator ?? 0) / denominator
      return measure.kind === 'change' ? quotient - 1 : quotient
    }
  }
}

export function withhold({ code, unit, version }: Figure, reason: Reason): Figure {
  return {
    code,
    unit,
    version,
    value: null,
    numerator: null,
    denominator: null,
    known: null,
    missing: null,
    status: 'withheld',
    reason,
  }
}
