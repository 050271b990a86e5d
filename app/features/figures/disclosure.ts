import { catalogue, type FigureCode } from './catalogue.ts'
import { hasDenominator, type Reason } from './figure.ts'

/** What one organisation gives to one figure of one cell. Cases without organisation give, and are nobody's. */
export type Gift = {
  organisationId: string | null
  /** Null where no row of it has a part in the numerator, in the denominator. */
  numerator: number | null
  denominator: number | null
  known: number
  /** It has a row that meets the condition, and one that does not. */
  isInNumerator: boolean
  isInComplement: boolean
}

/** Secret statistique: no figure of fewer than three organisations, none that is nearly the figure of one. */
const fewest = 3
const fewestPairs = 30
const percentOfOne = 85

/** Why a figure made of these gifts would say too much of somebody, or null when it may be published. */
export function disclosureOf(code: FigureCode, gifts: readonly Gift[]): Reason | null {
  const { measure } = catalogue[code]
  if (measure.kind === 'change' && known(gifts) < fewestPairs) return 'few_pairs'
  const isRatio = hasDenominator(measure)
  const below = organisationsOf(gifts, gift => gift.denominator !== null)
  const above = organisationsOf(gifts, gift => gift.numerator !== null)
  if (isFew(isRatio ? below : above)) return 'few_organisations'
  // The numerator of a ratio is a sum of its own, over organisations that may be others.
  if (measure.kind === 'ratio' && isFew(above)) return 'few_organisations'
  if (measure.kind === 'share' || measure.kind === 'portion') {
    if (isFew(organisationsOf(gifts, gift => gift.isInNumerator))) return 'few_organisations'
    if (isFew(organisationsOf(gifts, gift => gift.isInComplement))) return 'few_organisations'
  }
  return sumsOf(code).some(side => isDominated(gifts, gift => gift[side])) ? 'dominant' : null
}

const known = (gifts: readonly Gift[]) => gifts.reduce((pairs, gift) => pairs + gift.known, 0)

/** A figure without contributors says nothing of anybody; it is published as zero. */
export function isEmpty(gifts: readonly Gift[]): boolean {
  return organisationsOf(gifts, gift => gift.denominator !== null || gift.numerator !== null) === 0
}

export const isFew = (organisations: number) => organisations > 0 && organisations < fewest

export function organisationsOf<G extends { organisationId: string | null }>(
  gifts: readonly G[],
  keep: (gift: G) => boolean,
): number {
  return new Set(gifts.flatMap(gift => (gift.organisationId !== null && keep(gift) ? [gift.organisationId] : []))).size
}

/** The sides of a figure that are a sum of jobs, money, days or hours. */
function sumsOf(code: FigureCode): ('numerator' | 'denominator')[] {
  const { measure } = catalogue[code]
  switch (measure.kind) {
    case 'sum':
      return ['numerator']
    case 'portion':
    case 'change':
      return ['numerator', 'denominator']
    case 'ratio':
      return measure.denominator.kind === 'sum' ? ['numerator', 'denominator'] : ['numerator']
    default:
      return []
  }
}

export function isDominated<G extends { organisationId: string | null }>(
  gifts: readonly G[],
  amountOf: (gift: G) => number | null,
): boolean {
  const byOrganisation = new Map<string, number>()
  let total = 0
  for (const gift of gifts) {
    const amount = amountOf(gift) ?? 0
    total += amount
    if (gift.organisationId !== null)
      byOrganisation.set(gift.organisationId, (byOrganisation.get(gift.organisationId) ?? 0) + amount)
  }
  return Math.max(0, ...byOrganisation.values()) * 100 > total * percentOfOne
}
