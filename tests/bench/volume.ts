import { newId } from '#app/kernel/ids.ts'
import { withClient } from '../harness/connection.ts'

/**
 * One operator with many cases, written by the server itself: names, states, dates and sessions spread evenly. The
 * trigger and keys are those of production; only the hand that writes is faster.
 */
export async function fillOperator(
  url: string,
  operatorId: string,
  { cases, sessions }: { cases: number; sessions: number },
): Promise<void> {
  const userId = newId()
  await withClient(url, async client => {
    await client.query('insert into users (id, name, email) values ($1, $2, $3)', [
      userId,
      'Mesure',
      `${userId}@bench.example`,
    ])
    const { rows } = await client.query<{ id: string }>(
      `select id from programmes where operator_id = $1 and code = 'dla-individuel'`,
      [operatorId],
    )
    const programmeId = rows[0]?.id
    await client.query(
      `insert into organisations (operator_id, id, name, search_text, department, region, sector, legal_form)
       select $1, gen_random_uuid(), 'Structure ' || n, 'structure ' || n, (array['45','41','18','28'])[1 + n % 4], '24', (array['culture','sport','insertion'])[1 + n % 3], 'association'
       from generate_series(1, $2::int) n`,
      [operatorId, cases],
    )
    await client.query(
      `insert into accompaniments (operator_id, id, number, organisation_id, programme_id, practitioner_id, state, state_since, requested_on, intake_on, diagnostic_validated_on, next_step, next_for, next_on)
       select $1, gen_random_uuid(), (2016 + n % 10) || '-' || lpad(n::text, 6, '0'), o.id, $2, $3,
         (array['received','intake','diagnostic','planning','in_progress','follow_up','closed'])[1 + n % 7],
         date '2026-01-01' - (n % 700)::int, date '2026-01-01' - (n % 900)::int, date '2026-01-01' - (n % 880)::int, date '2026-01-01' - (n % 800)::int, 'hold_intake', 'practitioner', date '2026-01-01' + (n % 300)::int
       from (select id, row_number() over () as n from organisations where operator_id = $1) o`,
      [operatorId, programmeId, userId],
    )
    await client.query(
      `insert into engineerings (operator_id, id, kind, state, signed_on, days_ordered, amount_cents)
       select $1, gen_random_uuid(), 'individual', 'signed', date '2025-01-01', 4, 400000 from generate_series(1, $2::int / 10)`,
      [operatorId, sessions],
    )
    await client.query(
      `insert into engineering_members (operator_id, id, engineering_id, accompaniment_id)
       select $1, gen_random_uuid(), e.id, a.id from
       (select id, row_number() over () as n from engineerings where operator_id = $1) e
       join (select id, row_number() over () as n from accompaniments where operator_id = $1) a on a.n = 1 + e.n % $2`,
      [operatorId, cases],
    )
    await client.query(
      `insert into sessions (operator_id, id, engineering_id, held_on, days, kind, mode, status)
       select $1, gen_random_uuid(), e.id, date '2025-01-01' + (s * 7)::int, 0.5, 'individual', 'on_site', 'held'
       from engineerings e, generate_series(1, 10) s where e.operator_id = $1`,
      [operatorId],
    )
    await client.query('analyze')
  })
}
