import { describe, expect } from 'vitest'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { computedFigures } from '#app/features/figures/computed-figures.query.server.ts'
import { type Dimension, stableDimensions } from '#app/features/figures/dimension.ts'
import type { Figure } from '#app/features/figures/figure.ts'
import type { DataCase, Dataset } from '#tests/harness/figures/dataset.ts'
import { loadDataset } from '#tests/harness/figures/load-dataset.ts'
import { keyOf, type OracleFigure, oracle } from '#tests/harness/figures/oracle.ts'
import { population, populationAgreements, populationPeriod } from '#tests/harness/figures/population.ts'
import { createOperator, type TestOperator, test } from '#tests/harness/operator.ts'

const [agreement] = populationAgreements
const code = agreement?.code ?? ''
/** The days that the agreement shares with the period. */
const shared = { from: populationPeriod.from, to: agreement?.to ?? '' }
const isPaidFor = (one: DataCase) => one.agreements.includes(code)

/** Volumes that a funder pays for, as formats.md lists them. */
const volumes =
  'contacts intakes referrals diagnostics organisations_supported organisations_new engineering_individual engineering_collective provider_days providers_active abandoned'.split(
    ' ',
  )
const sharesOf = /_share$|sheets_incomplete|_acceptance$|econ_improved|objectives_reached|followup_rate|plan_execution/
const sumsOf =
  /^(provider_days|mean_days|day_cost|cost_per|jobs_|job_growth|cdi_|women_|part_time_|subsidised_|volunteer_)/

/** Why the definitions alone withhold a figure, before any subtraction; null when they do not. */
function firstReason(name: string, { gifts, known }: OracleFigure): string | null {
  if (name === 'job_growth_matched' && known < 30) return 'few_pairs'
  const sums = (side: 'numerator' | 'denominator', keep = (_: OracleFigure['gifts'][number]) => true) => {
    const byOrganisation = new Map<string, number>()
    for (const gift of gifts)
      if (gift.organisation !== null && gift[side] !== null && keep(gift))
        byOrganisation.set(gift.organisation, (byOrganisation.get(gift.organisation) ?? 0) + gift[side])
    return byOrganisation
  }
  const isFew = (some: Map<string, number>) => some.size === 1 || some.size === 2
  if (isFew(sums('denominator')) || (isRatioOfSums(name) && isFew(sums('numerator')))) return 'few_organisations'
  if (gifts.every(gift => gift.denominator === null) && isFew(sums('numerator'))) return 'few_organisations'
  if (sharesOf.test(name)) {
    if (isFew(sums('numerator', gift => (gift.numerator ?? 0) > 0))) return 'few_organisations'
    if (isFew(sums('denominator', gift => (gift.denominator ?? 0) > (gift.numerator ?? 0)))) return 'few_organisations'
  }
  if (!sumsOf.test(name)) return null
  const isMostlyOne = (side: 'numerator' | 'denominator') => {
    const all = gifts.reduce((sum, gift) => sum + (gift[side] ?? 0), 0)
    return [...sums(side).values()].some(amount => amount > 0.85 * all + 1e-9)
  }
  // A count of organisations is no sum of jobs, money, days or hours.
  const sides =
    name === 'mean_days' || name === 'cost_per_organisation'
      ? (['numerator'] as const)
      : (['numerator', 'denominator'] as const)
  return sides.some(isMostlyOne) ? 'dominant' : null
}
const isRatioOfSums = (name: string) => ['mean_days', 'day_cost', 'cost_per_organisation'].includes(name)

async function asFunder(operator: TestOperator, by: Dimension | null) {
  const asked = { ...populationPeriod, audience: 'funder', agreement: code, by }
  const outcome = await operator.system().read(computedFigures, asked)
  if (outcome.kind !== 'done' || 'unknown' in outcome.value) throw new Error(JSON.stringify(outcome))
  return outcome.value.set
}

function expectMasked(figures: readonly Figure[], wanted: Record<string, OracleFigure>, where: string, open: string[]) {
  for (const figure of figures) {
    const right = wanted[figure.code]
    if (!right) throw new Error(`the oracle does not know ${figure.code}`)
    const reason = open.includes(figure.code) ? null : firstReason(figure.code, right)
    const what = `${where}: ${figure.code}`
    if (reason) expect(figure, what).toMatchObject({ status: 'withheld', reason })
    else if (figure.status === 'withheld') {
      expect(figure.reason, what).toBe('subtraction')
      expect(open, what).not.toContain(figure.code)
    } else {
      const { value, numerator, denominator, known, missing } = right
      expect(rounded(figure.value), what).toBe(rounded(value))
      expect(rounded(figure.numerator), what).toBe(rounded(numerator))
      expect(rounded(figure.denominator), what).toBe(rounded(denominator))
      expect([figure.known, figure.missing], what).toEqual([known, missing])
    }
  }
}
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)))

describe('what a funder reads of its agreement', () => {
  test('is what the definitions let through, in total and in cells', { timeout: 120_000 }, async ({
    databaseUrl: _ready,
  }) => {
    const seen = { published: 0, withheld: 0 }
    for (let seed = 2000; seed < 2030; seed++) {
      // Half are large enough for most figures to be published.
      const data = seed % 2 ? population(seed) : population(seed, { cases: 90, quiet: true })
      const operator = await createOperator()
      await loadDataset(operator, data)
      const by = stableDimensions.filter(dimension => dimension !== 'practitioner')[seed % 8] ?? 'qpv'
      const [plain, broken] = [await asFunder(operator, null), await asFunder(operator, by)]
      const scope = { ...shared, keep: isPaidFor }
      expectMasked(plain.figures, oracle(data, scope), `population ${seed}`, volumes)
      expectMasked(broken.figures, oracle(data, scope), `population ${seed} by ${by}`, [])
      const key = keyOf(data, by, scope)
      for (const cell of broken.cells) {
        const keep = (one: DataCase) => isPaidFor(one) && key(one) === cell.key
        expectMasked(cell.figures, oracle(data, { ...shared, keep }), `population ${seed}, ${by} ${cell.key}`, [])
      }
      for (const { status } of [...plain.figures, ...broken.cells.flatMap(({ figures }) => figures)])
        seen[status === 'withheld' ? 'withheld' : 'published']++
    }
    expect(Math.min(seen.published, seen.withheld)).toBeGreaterThan(1000)
  })

  test('does not move when a case that it does not pay for comes', { timeout: 60_000 }, async ({
    databaseUrl: _ready,
  }) => {
    for (let seed = 3000; seed < 3008; seed++) {
      const data = population(seed, { cases: 30 })
      const [before, after] = [await createOperator(), await createOperator()]
      await loadDataset(before, data)
      await loadDataset(after, withOutsiders(data, seed))
      for (const by of [null, 'programme', 'size_class'] as const) {
        const [{ figures, cells }, more] = [await asFunder(before, by), await asFunder(after, by)]
        expect({ figures, cells }, `population ${seed}`).toEqual({ figures: more.figures, cells: more.cells })
      }
    }
  })

  test('has the same total with cells as without', async ({ operator }) => {
    await loadDataset(operator, population(2000, { cases: 90, quiet: true }))
    const [plain, broken] = [await asFunder(operator, null), await asFunder(operator, 'department')]
    const both = plain.figures.map((figure, index) => [figure, broken.figures[index]])
    const same = both.filter(([figure]) => !volumes.includes(figure?.code ?? ''))
    for (const [one, other] of same) expect(one).toEqual(other)
    expect(same).toHaveLength(figureCodes.length - volumes.length)
  })
})

/** The population with as many other cases, of the same organisations, that the agreement does not pay for. */
function withOutsiders(data: Dataset, seed: number): Dataset {
  const other = population(seed + 5000, { cases: 20 })
  const renamed = (ref: string) => `other ${ref}`
  const home = (ref: string) => data.organisations[Number(ref.slice(1)) % data.organisations.length]?.ref ?? null
  return {
    ...data,
    cases: [
      ...data.cases,
      // A diagnostic of theirs could be the one that an unnamed snapshot belongs to.
      ...other.cases.map(one => ({
        ...one,
        ref: renamed(one.ref),
        organisation: one.organisation && home(one.organisation),
        diagnosticOn: null,
        agreements: ['B'],
      })),
    ],
    referrals: [...data.referrals, ...other.referrals.map(row => ({ ...row, case: renamed(row.case) }))],
    actions: [...data.actions, ...other.actions.map(row => ({ ...row, case: renamed(row.case) }))],
    followUps: [...data.followUps, ...other.followUps.map(row => ({ ...row, case: renamed(row.case) }))],
    volunteering: [...data.volunteering, ...other.volunteering.map(row => ({ ...row, case: renamed(row.case) }))],
    engineerings: [
      ...data.engineerings,
      ...other.engineerings.map(one => ({ ...one, ref: renamed(one.ref), cases: one.cases.map(renamed) })),
    ],
    sessions: [...data.sessions, ...other.sessions.map(row => ({ ...row, engineering: renamed(row.engineering) }))],
  }
}
