import { describe, expect } from 'vitest'
import { catalogue, figureCodes } from '#app/features/figures/catalogue.ts'
import { type Dimension, stableDimensions } from '#app/features/figures/dimension.ts'
import { type FigureAsk, hasDenominator } from '#app/features/figures/figure.ts'
import { figureCases } from '#app/features/figures/figure-cases.query.server.ts'
import { casesBehind } from '#app/features/figures/figure-cases.store.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { figuresPage } from '#app/features/figures/figures-page.query.server.ts'
import { day } from '#app/kernel/day.ts'
import { yearOf } from '#app/kernel/period.ts'
import { loadDataset } from '#tests/harness/figures/load-dataset.ts'
import { population } from '#tests/harness/figures/population.ts'
import { readFolder } from '#tests/harness/figures/read-folder.ts'
import { createOperator, type TestOperator, test } from '#tests/harness/operator.ts'

const everything = { limit: 10_000, offset: 0 }
const year2025 = { du: '2025-01-01', au: '2025-12-31' }

async function expectSums(operator: TestOperator, dimension: Dimension, where: string) {
  const period = yearOf(2025)
  if (!period || !day(period.from)) throw new Error('no such year')
  const ask: FigureAsk = { period, audience: 'operator', agreement: null, dimension }
  await operator.inside(async ({ tx }) => {
    const set = await computeFigures(tx, operator.id, ask)
    const [firstCell] = set.cells
    for (const code of figureCodes)
      for (const cell of [null, ...(firstCell ? [{ key: firstCell.key }] : [])]) {
        const figures = cell ? firstCell?.figures : set.figures
        const figure = figures?.find(one => one.code === code)
        if (!figure) throw new Error(code)
        const list = await casesBehind(tx, operator.id, ask, { code, cell, ...everything })
        const what = `${where}, ${code}, ${cell ? `${dimension} ${cell.key}` : 'total'}`
        const { measure } = catalogue[code]
        if (measure.kind === 'median') {
          expect(middleOf(list.cases.map(line => line.numerator)), what).toBe(
            figure.value === null ? null : Number((figure.value * measure.per).toPrecision(12)),
          )
          continue
        }
        const sum = (side: 'numerator' | 'denominator') =>
          list.cases.reduce((total, line) => total + (line[side] ?? 0), 0)
        expect(sum('numerator'), what).toBeCloseTo((hasDenominator(measure) ? figure.numerator : figure.value) ?? 0, 9)
        expect(list.numerator ?? 0, what).toBeCloseTo(sum('numerator'), 9)
        if (hasDenominator(measure)) expect(sum('denominator'), what).toBeCloseTo(figure.denominator ?? 0, 9)
        expect([list.cases.reduce((known, line) => known + line.known, 0), list.count], what).toEqual([
          figure.known,
          list.cases.length,
        ])
      }
  })
}

function middleOf(values: (number | null)[]): number | null {
  const sorted = values.flatMap(value => (value === null ? [] : [value])).sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Number(((low + high) / 2).toPrecision(12))
}

describe('the cases behind a figure', () => {
  test('sum to it, in total and in a cell', { timeout: 120_000 }, async ({ databaseUrl: _ready }) => {
    for (let seed = 4000; seed < 4009; seed++) {
      const operator = await createOperator()
      await loadDataset(operator, population(seed))
      await expectSums(operator, stableDimensions[seed % stableDimensions.length] ?? 'qpv', `population ${seed}`)
    }
  })

  test('are named, with what each gives', async ({ operator }) => {
    await loadDataset(operator, readFolder('tests/fixtures/worked-example'))
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.read(figureCases, { ...year2025, code: 'provider_days' })
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    const { list, figure } = outcome.value
    expect(figure?.value).toBe(14)
    expect(list.cases.map(({ organisation, numerator }) => [organisation, numerator])).toEqual([
      ['Structure A', 4],
      ['Structure C', 5],
      ['Structure D', 5],
    ])
  })

  test('are of the cell that is asked for, and of what is unknown', async ({ operator }) => {
    await loadDataset(operator, readFolder('tests/fixtures/worked-example'))
    const practitioner = await operator.practitioner()
    const countOf = async (search: Record<string, string>) => {
      const outcome = await practitioner.read(figureCases, { ...year2025, par: 'qpv', code: 'contacts', ...search })
      return outcome.kind === 'done' ? outcome.value.list.count : outcome.kind
    }
    expect(await countOf({})).toBe(5)
    expect(await countOf({ cle: 'oui' })).toBe(1)
    expect(await countOf({ cle: 'non' })).toBe(4)
    expect(await countOf({ inconnu: '1' })).toBe(0)
    expect(await countOf({ code: 'astrology' })).toBe('not-found')
    expect(await countOf({ du: '2025-02-30' })).toBe('not-found')
  })

  test('are seen by a member where the funder reads no figure', async ({ operator }) => {
    await loadDataset(operator, readFolder('tests/fixtures/worked-example'))
    const practitioner = await operator.practitioner()
    const search = { ...year2025, convention: 'CONV-DEMO', pour: 'financeur', code: 'satisfaction' }
    const outcome = await practitioner.read(figureCases, search)
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    expect(outcome.value.figure).toMatchObject({ status: 'withheld', reason: 'few_organisations' })
    expect(outcome.value.list).toMatchObject({ count: 1, numerator: 9, denominator: 1 })
  })
})

describe('the page of figures', () => {
  test('says beside its field what makes no sense, and keeps what was typed', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.read(figuresPage, { du: '2025-02-30', au: '2025-12-31' })
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    expect(outcome.value).toMatchObject({ typed: { du: '2025-02-30' }, errors: { du: 'badDay' }, set: null })
  })

  test('shows the present year at first', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.read(figuresPage, {})
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    expect(outcome.value.set?.ask.period).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(outcome.value.set?.figures).toHaveLength(figureCodes.length)
  })
})
