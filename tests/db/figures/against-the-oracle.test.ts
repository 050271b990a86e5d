import { describe, expect } from 'vitest'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { type Dimension, stableDimensions } from '#app/features/figures/dimension.ts'
import type { Figure } from '#app/features/figures/figure.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { day } from '#app/kernel/day.ts'
import type { Period } from '#app/kernel/period.ts'
import type { DataCase, Dataset } from '#tests/harness/figures/dataset.ts'
import { loadDataset } from '#tests/harness/figures/load-dataset.ts'
import { keyOf, type OracleFigure, oracle } from '#tests/harness/figures/oracle.ts'
import { population, populationAgreements, populationPeriod } from '#tests/harness/figures/population.ts'
import { createOperator, type TestOperator, test } from '#tests/harness/operator.ts'

const period = periodOf(populationPeriod.from, populationPeriod.to)
const seeds = Array.from({ length: 240 }, (_, seed) => seed)

describe('figures are those that the definitions say', () => {
  for (let first = 0; first < seeds.length; first += 40) {
    test(`populations ${first} to ${first + 39}: the total, a dimension, an agreement`, { timeout: 120_000 }, async ({
      databaseUrl: _ready,
    }) => {
      for (const seed of seeds.slice(first, first + 40)) {
        const data = population(seed)
        const operator = await createOperator()
        const ids = await loadDataset(operator, data)
        const dimension = stableDimensions[seed % stableDimensions.length] ?? 'programme'
        await compareWithOracle({ operator, ids, data, dimension, seed, agreement: null })
        const agreement = populationAgreements[seed % 2] ?? null
        await compareWithOracle({ operator, ids, data, dimension, seed, agreement })
      }
    })
  }
})

type Comparison = {
  operator: TestOperator
  ids: Map<string, string>
  data: Dataset
  dimension: Dimension
  seed: number
  agreement: (typeof populationAgreements)[number] | null
}

async function compareWithOracle({ operator, ids, data, dimension, seed, agreement }: Comparison) {
  const set = await operator.inside(({ tx }) =>
    computeFigures(tx, operator.id, {
      period,
      audience: 'operator',
      dimension,
      agreement: agreement && {
        id: ids.get(agreement.code) ?? '',
        code: agreement.code,
        startsOn: agreement.from,
        endsOn: agreement.to,
      },
    }),
  )
  const from = agreement && agreement.from > period.from ? agreement.from : period.from
  const to = agreement && agreement.to < period.to ? agreement.to : period.to
  const inScope = (one: DataCase) => agreement === null || one.agreements.includes(agreement.code)
  const where = `population ${seed}, ${agreement?.code ?? 'operator'}`
  expectFigures(set.figures, oracle(data, { from, to, keep: inScope }), where)
  const key = keyOf(data, dimension, { from, to, keep: inScope })
  const cells = new Map(set.cells.map(cell => [cell.key, cell.figures]))
  for (const wanted of new Set(data.cases.filter(inScope).map(key))) {
    const figures = cells.get(wanted)
    if (!figures) throw new Error(`${where}: no cell ${dimension} ${wanted}`)
    const keep = (one: DataCase) => inScope(one) && key(one) === wanted
    expectFigures(figures, oracle(data, { from, to, keep }), `${where}, ${dimension} ${wanted}`)
  }
}

function expectFigures(figures: readonly Figure[], wanted: Record<string, OracleFigure>, where: string): void {
  expect(figures.map(({ code }) => code)).toEqual(figureCodes)
  for (const figure of figures) {
    const oracleFigure = wanted[figure.code]
    if (!oracleFigure) throw new Error(`the oracle does not know ${figure.code}`)
    const { gifts: _gifts, ...numbers } = oracleFigure
    const { value, numerator, denominator, known, missing, status } = figure
    const found = { value, numerator, denominator, known, missing }
    expect(rounded(found), `${where}: ${figure.code}`).toEqual(rounded(numbers))
    expect(status).toBe(value === null ? 'not_applicable' : 'published')
  }
}

/** Thirds of a day are not the same doubles when summed in another order. */
const rounded = (numbers: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, value === null ? null : Number(value.toPrecision(12))]),
  )

function periodOf(from: string, to: string): Period {
  const first = day(from)
  const last = day(to)
  if (!first || !last) throw new Error('no such day')
  return { from: first, to: last }
}
