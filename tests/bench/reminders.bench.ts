import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { dueOnly } from '#app/features/reminders/reminder-rules.ts'
import { missingReminders } from '#app/features/reminders/reminders.store.server.ts'
import { rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { dayOf } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { withTenant } from '#db/tenant.ts'
import { withClient } from '../harness/connection.ts'
import type { Bench } from './bench.ts'
import { fillOperator } from './volume.ts'

const clock = () => new Date('2026-03-12T09:00:00Z')

/**
 * Planning the reminders of a day, every rule of the programme and of the operator, row-level security on; beside the bare
 * SQL of one anchor. `REMINDER_CASES=10000` measures only that many.
 */
export async function measure(bench: Bench): Promise<void> {
  const only = Number(process.env.REMINDER_CASES ?? 0)
  for (const cases of only > 0 ? [only] : [10_000, 100_000]) await planning(bench, cases)
}

async function planning(bench: Bench, cases: number): Promise<void> {
  const operatorId = newId()
  const slug = `rappels-${cases}`
  await database('worker').insert(operators).values({ id: operatorId, slug, name: slug, department: '45' })
  const door = { kind: 'system', operatorId } as const
  await withTenant(door, 'write', clock, ({ tx }) => installProgrammes(tx, operatorId))
  await fillOperator(bench.url, operatorId, { cases, sessions: cases })
  await withClient(bench.url, client => enrich(client, operatorId))
  let due = 0
  const plan = () =>
    withTenant(door, 'write', clock, async ({ tx, operator }) => {
      const today = dayOf(clock())
      const asking = { tx, operator, today }
      due = dueOnly(await missingReminders(asking, await rulesInForce(tx, operator), { until: today }), today).length
    })
  await plan()
  bench.say(`${cases} open accompaniments, ${due} reminders due`)
  await withClient(bench.url, client =>
    bench.time('floor: bare SQL, requests of two months without a meeting', 5, () =>
      client.query(
        `select id, requested_on from accompaniments where operator_id = $1 and intake_on is null and abandoned_on is null
         and requested_on between date '2025-12-01' and date '2026-03-12'`,
        [operatorId],
      ),
    ),
  )
  await bench.time(`planning ${cases} cases, every rule (≤ 10 s for 100 000)`, 3, plan)
}

/** Anchors of every kind, spread over two years; no case is closed. */
async function enrich(client: { query: (text: string, values: unknown[]) => Promise<unknown> }, operatorId: string) {
  const run = (text: string) => client.query(text, [operatorId])
  await run(`update accompaniments set state = case when state = 'closed' then 'in_progress' else state end,
    intake_on = case when right(number, 1) in ('0', '1') then null else intake_on end,
    requested_on = requested_on + 70, diagnostic_started_on = requested_on + 20, committee_on = requested_on + 60,
    diagnostic_validated_on = case when right(number, 1) in ('2', '3') then null else diagnostic_validated_on end
    where operator_id = $1`)
  await run(`insert into follow_ups (operator_id, id, accompaniment_id, wave, planned_on, state)
    select operator_id, gen_random_uuid(), id, w, requested_on + o, 'planned' from accompaniments,
      (values ('T1', 90), ('T2', 270), ('T3', 500)) as v(w, o) where operator_id = $1`)
  await run(`insert into referrals (operator_id, id, accompaniment_id, sent_to, sent_on)
    select operator_id, gen_random_uuid(), id, 'Mission locale', requested_on + 5 from accompaniments
    where operator_id = $1 and right(number, 1) = '4'`)
  await client.query('analyze', [])
}
