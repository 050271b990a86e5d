import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, type FigureCode, figureCodes } from './catalogue.ts'
import { type Figure, hasDenominator, settle } from './figure.ts'
import { type Contribution, type Maskable, maskForFunder } from './masking.ts'

/** An organisation in one or two cells: what it gives to the figures is drawn from these numbers. */
const organisation = fc.record({
  cells: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 2 }),
  headcount: fc.option(fc.constantFrom(0, 1, 3, 8, 20, 400), { freq: 6 }),
  part: fc.integer({ min: 0, max: 3 }),
  isYes: fc.option(fc.boolean(), { freq: 4 }),
  amount: fc.option(fc.constantFrom(500, 4000, 90_000), { freq: 5 }),
  days: fc.option(fc.constantFrom(0.5, 2, 30), { freq: 5 }),
  isSigned: fc.boolean(),
  isPaid: fc.boolean(),
  isUnknownTo: fc.integer({ min: 0, max: 5 }),
})
type Organisation = {
  cells: number[]
  headcount: number | null
  part: number
  isYes: boolean | null
  amount: number | null
  days: number | null
  isSigned: boolean
  isPaid: boolean
  /** Which of the shares of its snapshot is unknown. */
  isUnknownTo: number
}
const populations: fc.Arbitrary<Organisation[]> = fc.array(organisation, { minLength: 1, maxLength: 24 })

type Line = Contribution & { cell: number }
const line = (code: FigureCode, organisationId: string, cell: number, numbers: Partial<Line>): Line => {
  const { numerator = null, denominator = null } = numbers
  return {
    code,
    organisationId,
    cell,
    unitId: null,
    known: 1,
    isInNumerator: (numerator ?? 0) > 0,
    isInComplement: numerator !== null && denominator !== null && denominator > numerator,
    ...numbers,
    numerator,
    denominator,
  }
}

/** What an organisation gives to one figure in one of its cells. */
function linesOf(code: FigureCode, one: Organisation, id: string, cell: number): Line[] {
  const { measure } = catalogue[code]
  const unitId = `${id} ${one.cells.length > 1 ? cell : ''}`
  const rank = figureCodes.indexOf(code)
  switch (measure.kind) {
    case 'count':
    case 'distinct':
      return [line(code, id, cell, { numerator: 1 })]
    case 'median':
      return [line(code, id, cell, { numerator: one.part })]
    case 'mean':
      return [line(code, id, cell, { numerator: one.part, denominator: 1 })]
    case 'share':
      return one.isYes === null ? [] : [line(code, id, cell, { numerator: Number(one.isYes), denominator: 1 })]
    case 'sum':
      if (measure.of === 'held') return one.days === null ? [] : [line(code, id, cell, { numerator: one.days, unitId })]
      return one.headcount === null ? [] : [line(code, id, cell, { numerator: one.headcount, unitId: id })]
    case 'portion':
    case 'change': {
      if (one.headcount === null || one.isUnknownTo === rank % 6) return []
      return [
        line(code, id, cell, { numerator: Math.min(one.part, one.headcount), denominator: one.headcount, unitId: id }),
      ]
    }
    case 'ratio': {
      if (!(code === 'day_cost' ? one.isPaid : code === 'mean_days' || one.isSigned)) return []
      const above = code === 'mean_days' ? one.days : one.amount
      const below = measure.denominator.kind === 'sum' ? one.days : 1
      return [
        ...(above === null ? [] : [line(code, id, cell, { numerator: above, unitId })]),
        ...(below === null
          ? []
          : [line(code, id, cell, { denominator: below, unitId: code === 'day_cost' ? unitId : null })]),
      ]
    }
  }
}

/** Figures that count an organisation once, however many its cells. */
const countsOnce = (code: FigureCode) => {
  const { measure } = catalogue[code]
  return measure.kind === 'distinct' || ('of' in measure && ['supported', 'photos', 'pairs'].includes(measure.of))
}

function maskable(lines: Line[]): Maskable {
  return {
    contributions: lines,
    figures: figureCodes.map(code => {
      const mine = lines.filter(one => one.code === code)
      const sum = (side: 'numerator' | 'denominator') => mine.reduce((total, one) => total + (one[side] ?? 0), 0)
      return settle(code, {
        numerator: sum('numerator'),
        denominator: sum('denominator'),
        middle: mine[0]?.numerator ?? null,
        known: mine.length,
        eligible: mine.length,
      })
    }),
  }
}

type Published = { lines: Line[]; figures: Figure[] }
function published(population: Organisation[], withCells: boolean): { total: Published; cells: Published[] } {
  const all = population.flatMap((one, index) =>
    figureCodes.flatMap(code => one.cells.flatMap(cell => linesOf(code, one, `O${index}`, cell))),
  )
  const first = new Map(population.map((one, index) => [`O${index}`, one.cells[0]]))
  const totalLines = all.filter(one => !countsOnce(one.code) || first.get(one.organisationId ?? '') === one.cell)
  const cellLines = withCells ? [0, 1, 2, 3, 4].map(cell => all.filter(one => one.cell === cell)) : []
  const masked = maskForFunder(maskable(totalLines), cellLines.map(maskable))
  return {
    total: { lines: totalLines, figures: masked.total },
    cells: cellLines.map((lines, index) => ({ lines, figures: masked.cells[index] ?? [] })),
  }
}

const giversOf = (lines: Line[], code: FigureCode, side: 'numerator' | 'denominator') => {
  const givers = new Map<string, number>()
  for (const one of lines)
    if (one.code === code && one[side] !== null && one.organisationId !== null)
      givers.set(one.organisationId, (givers.get(one.organisationId) ?? 0) + (one[side] ?? 0))
  return givers
}
const isMostly = (givers: Map<string, number>) =>
  Math.max(0, ...givers.values()) > 0.85 * [...givers.values()].reduce((sum, value) => sum + value, 0) + 1e-9
const isFew = (size: number) => size === 1 || size === 2

describe('ISO-08 what a funder reads', () => {
  it('is of three organisations or more, none of which gives nearly all of it', () => {
    let seen = 0
    fc.assert(
      fc.property(populations, population => {
        const { total, cells } = published(population, true)
        for (const place of [total, ...cells])
          for (const figure of place.figures) {
            seen++
            if (figure.status === 'withheld') continue
            const { measure } = catalogue[figure.code]
            const side = hasDenominator(measure) ? 'denominator' : 'numerator'
            expect(isFew(giversOf(place.lines, figure.code, side).size), figure.code).toBe(false)
            if (['sum', 'portion', 'change', 'ratio'].includes(measure.kind))
              expect(isMostly(giversOf(place.lines, figure.code, 'numerator')), figure.code).toBe(false)
            if (measure.kind !== 'share' && measure.kind !== 'portion') continue
            const mine = place.lines.filter(one => one.code === figure.code)
            const of = (keep: (one: Line) => boolean) => new Set(mine.filter(keep).map(one => one.organisationId)).size
            expect(isFew(of(one => one.isInNumerator)), figure.code).toBe(false)
            expect(isFew(of(one => one.isInComplement)), figure.code).toBe(false)
          }
      }),
      { numRuns: 120 },
    )
    expect(seen).toBeGreaterThan(20_000)
  })

  it('lets nobody find an organisation, or two, by adding and subtracting', () => {
    fc.assert(
      fc.property(populations, population => {
        const { total, cells } = published(population, true)
        // Two sums of the total may differ by one organisation: nothing of it is withheld, and no cell may add to it.
        const known = publishedSums([total])
        for (const [name, sums] of publishedSums([total, ...cells])) {
          const before = smallestFound(known.get(name) ?? []).map(String)
          expect(
            smallestFound(sums)
              .map(String)
              .filter(found => !before.includes(found)),
            name,
          ).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never hides what the agreement pays for, nor a zero', () => {
    fc.assert(
      fc.property(populations, population => {
        const { total } = published(population, false)
        for (const figure of total.figures) {
          const nobody =
            giversOf(total.lines, figure.code, 'numerator').size +
              giversOf(total.lines, figure.code, 'denominator').size ===
            0
          if (catalogue[figure.code].isVolume || (nobody && figure.code !== 'job_growth_matched'))
            expect(figure.status, figure.code).not.toBe('withheld')
          if (figure.status === 'withheld')
            expect(figure).toMatchObject({
              value: null,
              numerator: null,
              denominator: null,
              known: null,
              missing: null,
            })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('hides little of a population that has nothing to hide', () => {
    const many: Organisation[] = Array.from({ length: 60 }, (_, index) => ({
      cells: [index % 3],
      headcount: 10,
      part: 1 + (index % 3),
      isYes: index % 2 === 0,
      amount: 4000,
      days: 2,
      isSigned: index % 4 !== 0,
      isPaid: index % 4 !== 1,
      isUnknownTo: 9,
    }))
    const { total, cells } = published(many, true)
    const hidden = [total, ...cells].flatMap(({ figures }) => figures.filter(({ status }) => status === 'withheld'))
    // Twenty pairs per cell are not thirty.
    expect([...new Set(hidden.map(({ code }) => code))]).toEqual(['job_growth_matched'])
  })
})

/** What the attacker looks for: an organisation where it counts once, what it did in each cell where its cases count. */
function unknownsOf(lines: Line[], code: FigureCode, side: 'numerator' | 'denominator'): Map<string, number> {
  const mine = lines.filter(one => one.code === code && one[side] !== null)
  return new Map(mine.map(one => [`${one.organisationId}${countsOnce(code) ? '' : ` in ${one.cell}`}`, one[side] ?? 0]))
}

const dividedByJobs: FigureCode[] = [
  'cdi_share',
  'women_share',
  'part_time_share',
  'subsidised_share',
  'job_growth_matched',
]

/** Each sum that is published, as the amounts of each organisation; sums of the same amounts are attacked together. */
function publishedSums(places: Published[]): Map<string, Map<string, number>[]> {
  const sums = new Map<string, Map<string, number>[]>()
  for (const { lines, figures } of places)
    for (const { code, status } of figures) {
      const { measure } = catalogue[code]
      if (status === 'withheld' || measure.kind === 'median') continue
      for (const side of hasDenominator(measure) ? (['numerator', 'denominator'] as const) : (['numerator'] as const)) {
        const names = [`${code} ${side}`]
        if (side === 'denominator' && dividedByJobs.includes(code)) names.push('jobs_concerned numerator')
        for (const name of names) sums.set(name, [...(sums.get(name) ?? []), unknownsOf(lines, code, side)])
      }
    }
  return sums
}

/**
 * The organisations, alone or two by two, whose amounts are a combination of the published sums (Gaussian elimination on
 * which organisations each sum has, as the attacker of the secret statistique does).
 */
function smallestFound(sums: Map<string, number>[]): string[][] {
  const names = [...new Set(sums.flatMap(sum => [...sum.keys()]))]
  const reduced = echelon(sums.map(sum => names.map(name => (sum.has(name) ? 1 : 0))))
  const isFound = (some: string[]) => {
    const target = names.map(name => (some.includes(name) ? 1 : 0))
    return echelon([...reduced, target]).length === reduced.length
  }
  const alone = names.map(name => [name])
  const pairs = names.flatMap((name, index) => names.slice(index + 1).map(other => [name, other]))
  return [...alone, ...pairs].filter(isFound)
}

function echelon(rows: number[][]): number[][] {
  const out: number[][] = []
  let rest = rows.map(row => [...row])
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rest.find(row => Math.abs(row[column] ?? 0) > 1e-9)
    if (!pivot) continue
    out.push(pivot)
    rest = rest
      .filter(row => row !== pivot)
      .map(row => {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
        return factor === 0 ? row : row.map((value, index) => value - factor * (pivot[index] ?? 0))
      })
  }
  return out
}
