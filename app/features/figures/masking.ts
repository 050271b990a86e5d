import { catalogue, type FigureCode, figureCodes } from './catalogue.ts'
import { disclosureOf, type Gift, isDominated, isEmpty, isFew, organisationsOf } from './disclosure.ts'
import { type Figure, type Reason, withhold } from './figure.ts'
import type { Measure } from './measure.ts'
import { Partition } from './partition.ts'

/** A gift of the database: to a figure, and for amounts from a snapshot, an engineering or a session that it shares. */
export type Contribution = Gift & { code: FigureCode; unitId: string | null }

/** The figures of a cell with what they are made of; the total is a cell too. */
export type Maskable = { figures: readonly Figure[]; contributions: readonly Contribution[] }

/**
 * What a funder may read (formats.md, "Figures"): small or dominated figures are withheld, and so is what would give them
 * back. The total comes first, as it is when nothing is broken down; then each figure's cells, the largest first.
 */
export function maskForFunder(total: Maskable, cells: readonly Maskable[]): { total: Figure[]; cells: Figure[][] } {
  const everywhere = [total, ...cells]
  const lines = everywhere.map(({ contributions }) => byCode(contributions))
  const shared = sharedSums.map(sides => sharedAmounts(sides, lines))
  const own = new Map(figureCodes.map(code => [code, ownParts(code, lines)]))
  const reasons: Map<FigureCode, Reason>[] = everywhere.map(() => new Map())

  // What a funder pays for is known from the total without cells: it is no secret, even where cells are asked for.
  const isOpen = (code: FigureCode, place: number) => place === 0 && catalogue[code].isVolume

  const judge = (code: FigureCode, place: number): Reason | null => {
    const gifts = own.get(code)?.gifts[place] ?? []
    if (isOpen(code, place)) return cells.length === 0 ? null : disclosureOf(code, gifts)
    if (isEmpty(gifts)) return catalogue[code].measure.kind === 'change' ? 'few_pairs' : null
    const reason = disclosureOf(code, gifts)
    if (reason) return reason
    const isBroken =
      givesBack[code]?.some(other => reasons[place]?.has(other) && !isOpen(other, place)) ||
      own.get(code)?.partitions.some(partition => partition.wouldDisclose(part => part.places.has(place))) ||
      // Of the total, one published sum less another is no withheld value; of a cell, it may be somebody's.
      (place > 0 &&
        shared.some(({ views, partition }) =>
          views(code).some(view => partition.wouldDisclose(part => part.views.has(`${view}@${place}`))),
        ))
    return isBroken ? 'subtraction' : null
  }

  const settle = (code: FigureCode, place: number) => {
    const reason = judge(code, place)
    if (reason) reasons[place]?.set(code, reason)
    if (reason && !isOpen(code, place)) return
    for (const partition of own.get(code)?.partitions ?? []) partition.publish(part => part.places.has(place))
    for (const { views, partition } of shared)
      for (const view of views(code)) partition.publish(part => part.views.has(`${view}@${place}`))
  }

  for (const code of figureCodes) settle(code, 0)
  for (const code of figureCodes) for (const place of largestFirst(own.get(code)?.gifts ?? [])) settle(code, place)

  const [masked = [], ...maskedCells] = everywhere.map(({ figures }, place) =>
    figures.map(figure => {
      const reason = reasons[place]?.get(figure.code)
      return reason ? withhold(figure, reason) : figure
    }),
  )
  return { total: masked, cells: maskedCells }
}

/**
 * Figures that another one gives back to whoever reads its numerator, its denominator and how many rows are known and
 * missing: a share of the contacts says how many contacts there were. They come first in the catalogue.
 */
const givesBack: Readonly<Partial<Record<FigureCode, readonly FigureCode[]>>> = {
  contacts_direct_share: ['contacts'],
  referral_acceptance: ['referrals'],
  engineering_share: ['organisations_supported'],
  mean_days: ['provider_days'],
  cost_per_organisation: ['engineering_individual', 'engineering_collective', 'engineering_share'],
  jobs_concerned: ['organisations_supported'],
  jobs_concerned_fte: ['organisations_supported'],
  cdi_share: ['organisations_supported'],
  women_share: ['organisations_supported'],
  part_time_share: ['organisations_supported'],
  subsidised_share: ['organisations_supported'],
  qpv_share: ['organisations_supported'],
  frr_share: ['organisations_supported'],
}

type Side = 'numerator' | 'denominator'
type View = `${FigureCode}.${Side}`
/** Sides of figures that sum the same amounts over different rows: one less the other is what the rows between them give. */
const sharedSums: readonly (readonly [FigureCode, Side][])[] = [
  // head-counts at T0
  [
    ['jobs_concerned', 'numerator'],
    ['cdi_share', 'denominator'],
    ['women_share', 'denominator'],
    ['part_time_share', 'denominator'],
    ['subsidised_share', 'denominator'],
    ['job_growth_matched', 'denominator'],
  ],
  // days held
  [
    ['provider_days', 'numerator'],
    ['mean_days', 'numerator'],
    ['day_cost', 'denominator'],
  ],
  // money
  [
    ['day_cost', 'numerator'],
    ['cost_per_organisation', 'numerator'],
  ],
]

type Lines = ReadonlyMap<FigureCode, readonly Contribution[]>

function byCode(contributions: readonly Contribution[]): Lines {
  const lines = new Map<FigureCode, Contribution[]>()
  for (const line of contributions) {
    const known = lines.get(line.code)
    if (known) known.push(line)
    else lines.set(line.code, [line])
  }
  return lines
}

type Part = Gift & { places: ReadonlySet<number> }

/** A figure's gifts in each place, and the partitions that its published places make of them. */
function ownParts(code: FigureCode, lines: readonly Lines[]) {
  const gifts = lines.map(place => byOrganisation(place.get(code) ?? []))
  const isSafe = (parts: readonly Part[]) => isEmpty(parts) || disclosureOf(code, parts) === null
  const { once, each } = countingOf(catalogue[code].measure)
  const partitions = [...(once ? [wholes(gifts)] : []), ...(each ? [pieces(gifts)] : [])]
  return {
    gifts: gifts.map(place => [...place.values()]),
    partitions: partitions.map(parts => new Partition(parts, isSafe)),
  }
}

/** Whether an organisation counts once however many its cells, for each of its cases, or both in the two sides of a ratio. */
function countingOf(measure: Measure): { once: boolean; each: boolean } {
  if (measure.kind === 'ratio') return { once: measure.denominator.kind === 'distinct', each: true }
  const once = measure.kind === 'distinct' || ['supported', 'photos', 'pairs'].includes(measure.of)
  return { once, each: !once }
}

/** An organisation is one part of all its cells. */
function wholes(gifts: readonly ReadonlyMap<string | null, Gift>[]): Part[] {
  return [...new Set(gifts.flatMap(place => [...place.keys()]))].flatMap(organisationId => {
    const places = gifts.flatMap((place, index) => (place.has(organisationId) ? [index] : []))
    const [first = 0] = places
    const gift = gifts[first]?.get(organisationId)
    return gift ? [{ ...gift, places: new Set(places) }] : []
  })
}

/** What it gives in each cell is a part of that cell and of the total. */
function pieces(gifts: readonly ReadonlyMap<string | null, Gift>[]): Part[] {
  const [whole = new Map<string | null, Gift>(), ...cells] = gifts
  if (cells.length === 0) return [...whole.values()].map(gift => ({ ...gift, places: new Set([0]) }))
  return cells.flatMap((cell, index) => [...cell.values()].map(gift => ({ ...gift, places: new Set([0, index + 1]) })))
}

function byOrganisation(lines: readonly Gift[]): Map<string | null, Gift> {
  const gifts = new Map<string | null, Gift>()
  for (const line of lines) {
    const known = gifts.get(line.organisationId)
    gifts.set(line.organisationId, known ? joined(known, line) : line)
  }
  return gifts
}

const joined = (a: Gift, b: Gift): Gift => ({
  organisationId: a.organisationId,
  numerator: plus(a.numerator, b.numerator),
  denominator: plus(a.denominator, b.denominator),
  known: a.known + b.known,
  isInNumerator: a.isInNumerator || b.isInNumerator,
  isInComplement: a.isInComplement || b.isInComplement,
})
const plus = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b)

type Amount = { organisationId: string | null; amount: number; views: Set<string> }

/** The amounts that several figures sum, each with the figures and places in which it is. */
function sharedAmounts(sides: readonly (readonly [FigureCode, Side])[], lines: readonly Lines[]) {
  const amounts = new Map<string, Amount>()
  lines.forEach((place, index) => {
    for (const [code, side] of sides)
      for (const { organisationId, unitId, [side]: amount } of place.get(code) ?? []) {
        if (amount === null || unitId === null) continue
        const key = `${organisationId} ${unitId}`
        const known = amounts.get(key) ?? { organisationId, amount, views: new Set<string>() }
        known.views.add(`${code}.${side}@${index}`)
        amounts.set(key, known)
      }
  })
  const isSafe = (parts: readonly Amount[]) =>
    !isFew(organisationsOf(parts, () => true)) && !isDominated(parts, part => part.amount)
  const views = (code: FigureCode): View[] =>
    sides.flatMap(([other, side]) => (other === code ? [`${other}.${side}` as const] : []))
  return { views, partition: new Partition([...amounts.values()], isSafe) }
}

/** The cells with the most organisations are kept first; equal ones in their order. */
function largestFirst(gifts: readonly (readonly Gift[])[]): number[] {
  const size = (place: number) => organisationsOf(gifts[place] ?? [], () => true)
  return gifts.flatMap((_, place) => (place > 0 ? [place] : [])).sort((a, b) => size(b) - size(a) || a - b)
}
