import { describe, expect } from 'vitest'
import { execute } from '#app/access/command.server.ts'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { computedFigures } from '#app/features/figures/computed-figures.query.server.ts'
import { stableDimensions } from '#app/features/figures/dimension.ts'
import type { Figure } from '#app/features/figures/figure.ts'
import { importFolder } from '#app/features/imports/import-folder.command.server.ts'
import { openFolder } from '#app/features/imports/open-folder.server.ts'
import { ImportReport } from '#app/features/imports/report.ts'
import type { DataCase, Dataset } from '#tests/harness/figures/dataset.ts'
import { keyOf, oracle } from '#tests/harness/figures/oracle.ts'
import { population, populationPeriod } from '#tests/harness/figures/population.ts'
import { writeFolder } from '#tests/harness/figures/write-folder.ts'
import { inFolder } from '#tests/harness/import-folder.ts'
import { createOperator, type TestOperator, test } from '#tests/harness/operator.ts'

/** After the last day of the populations. */
const clock = () => new Date('2027-01-01T09:00:00Z')

/** What files can say: no share with another operator, and no case without organisation save in the Fabrique, no sheet. */
function importable(seed: number): Dataset {
  const data = population(seed)
  return {
    ...data,
    cases: data.cases.map(one => ({
      ...one,
      programme: one.organisation === null ? 'fabrique-a-initiatives' : one.programme,
    })),
    sessions: data.sessions.map(one => ({ ...one, sheet: null })),
    engineerings: data.engineerings.map(one => ({ ...one, share: 1, provider: one.provider?.trim() ?? null })),
  }
}

async function importInto(operator: TestOperator, data: Dataset): Promise<void> {
  const files = Object.fromEntries(Object.entries(writeFolder(data)).filter(([, text]) => text !== ''))
  await inFolder(files, async path => {
    const opened = await openFolder(path)
    if ('trouble' in opened) throw new Error(opened.trouble)
    const report = new ImportReport()
    const door = operator.system().door
    const outcome = await execute(importFolder, door, { source: opened.source, report, isTrial: false }, { clock })
    expect(report.refusals.slice(0, 5)).toEqual([])
    expect(outcome.kind).toBe('done')
  })
}

describe('figures of an imported folder', () => {
  test('are those that its files say, in total and in every cell', { timeout: 120_000 }, async ({
    databaseUrl: _ready,
  }) => {
    for (let seed = 1000; seed < 1024; seed++) {
      const data = importable(seed)
      const operator = await createOperator()
      await importInto(operator, data)
      const dimension = stableDimensions[seed % stableDimensions.length] ?? 'qpv'
      const asked = { ...populationPeriod, audience: 'operator', by: dimension }
      const outcome = await operator.system().read(computedFigures, asked)
      if (outcome.kind !== 'done' || 'unknown' in outcome.value) throw new Error(JSON.stringify(outcome))
      const { figures, cells } = outcome.value.set
      const everything = { ...populationPeriod, keep: () => true }
      expect(valuesOf(figures), `population ${seed}`).toEqual(oracleValues(data, everything))
      const key = keyOf(data, dimension, everything)
      for (const cell of cells) {
        const keep = (one: DataCase) => key(one) === cell.key
        const wanted = oracleValues(data, { ...populationPeriod, keep })
        expect(valuesOf(cell.figures), `population ${seed}, ${dimension} ${cell.key}`).toEqual(wanted)
      }
    }
  })
})

const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)))
const valuesOf = (figures: readonly Figure[]) =>
  Object.fromEntries(figures.map(({ code, value, known, missing }) => [code, [rounded(value), known, missing]]))
function oracleValues(data: Dataset, ask: Parameters<typeof oracle>[1]) {
  const wanted = oracle(data, ask)
  return Object.fromEntries(
    figureCodes.map(code => {
      const { value = null, known, missing } = wanted[code] ?? {}
      return [code, [rounded(value), known, missing]]
    }),
  )
}
