import type { Dimension } from '#app/features/figures/dimension.ts'
import type { Audience, FigureAsk } from '#app/features/figures/figure.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Period, yearOf } from '#app/kernel/period.ts'
import { database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { type TenantTx, withTenant } from '#db/tenant.ts'
import { withClient } from '../harness/connection.ts'
import type { Bench } from './bench.ts'
import { fillTenYears } from './figures-volume.ts'

const clock = () => new Date('2026-03-12T09:00:00Z')

/** The annual figures of an operator as there are, then of one as large as all of them together (design §6). */
export async function measure(bench: Bench): Promise<void> {
  for (const cases of [3_000, 100_000]) await measureOne(bench, cases)
}

async function measureOne(bench: Bench, cases: number): Promise<void> {
  const operatorId = newId()
  await database('worker')
    .insert(operators)
    .values({ id: operatorId, slug: `mesure-${cases}`, name: 'Mesure' })
  const inside = (fn: (tx: TenantTx) => Promise<unknown>) =>
    withTenant({ kind: 'system', operatorId }, 'write', clock, ({ tx }) => fn(tx))
  await inside(tx => installProgrammes(tx, operatorId))
  const id = await fillTenYears(bench.url, operatorId, cases)
  bench.say(`one operator, ten years: ${cases} accompaniments, ${cases * 10} sessions`)
  const agreement = { id, code: 'C', startsOn: '2016-01-01', endsOn: '2026-12-31' }
  const figures = (period: Period | null, audience: Audience, dimension: Dimension | null) => async () => {
    if (!period) throw new Error('no such year')
    const ask: FigureAsk = { period, audience, dimension, agreement: audience === 'funder' ? agreement : null }
    await inside(tx => computeFigures(tx, operatorId, ask))
  }
  const runs = cases > 10_000 ? 3 : 20
  await withClient(bench.url, client =>
    bench.time('floor: bare SQL, held days of the year by engineering', runs, () =>
      client.query(
        `select engineering_id, sum(days) from sessions
         where operator_id = $1 and status = 'held' and held_on between '2022-01-01' and '2022-12-31' group by 1`,
        [operatorId],
      ),
    ),
  )
  await bench.time('38 figures of a year', runs, figures(yearOf(2022), 'operator', null))
  await bench.time('38 figures of a year, by department', runs, figures(yearOf(2022), 'operator', 'department'))
  await bench.time('38 figures of a year, for a funder', runs, figures(yearOf(2022), 'funder', null))
  await bench.time(
    '38 figures of a year, for a funder, by department',
    runs,
    figures(yearOf(2022), 'funder', 'department'),
  )
  const [first, last] = [yearOf(2016), yearOf(2025)]
  const tenYears = first && last && { from: first.from, to: last.to }
  await bench.time('38 figures of ten years', runs, figures(tenYears, 'operator', null))
}
