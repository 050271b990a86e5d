import { withClient } from '../harness/connection.ts'

/** Ids that the server itself can write and find again: the kind of row, then its number. */
const idFunction = `create function pg_temp.u(kind int, n bigint) returns uuid language sql immutable as
  $$ select ('00000000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`

/**
 * Ten years of one operator: cases with snapshots, waves, actions, engineerings and twenty sessions each, half of them in
 * an agreement. Gives the agreement's id.
 */
export async function fillTenYears(url: string, operatorId: string, cases: number): Promise<string> {
  return withClient(url, async client => {
    const run = (text: string) =>
      client.query(text.replaceAll('$op', `'${operatorId}'::uuid`).replaceAll('$n', String(cases)))
    await run(idFunction)
    await run(`insert into organisations (operator_id, id, name, search_text, legal_form, department, region, sector, qpv, frr, merged_into_id)
      select $op, pg_temp.u(1, n), 'Structure ' || n, 'structure ' || n, 'association', (array['45','28','41','36'])[1 + n % 4], '24',
        (array['culture','sport',null,'insertion'])[1 + n % 4], n % 3 = 0, n % 5 = 0, case when n % 100 = 0 then pg_temp.u(1, n - 1) end
      from generate_series(1, ($n * 0.6)::int) n`)
    await run(`insert into accompaniments (operator_id, id, number, organisation_id, programme_id, state, state_since, channel,
        requested_on, intake_on, diagnostic_validated_on, restitution_on, abandoned_on)
      select $op, pg_temp.u(2, n), 'N' || n, pg_temp.u(1, 1 + n % ($n * 0.6)::int),
        (select id from programmes where operator_id = $op and code = 'dla-individuel' limit 1), 'closed', '2020-01-01',
        (array['direct','event',null])[1 + n % 3], d, d + 20, case when n % 3 > 0 then d + 60 end,
        case when n % 3 > 0 then d + 300 end, case when n % 20 = 0 then d + 90 end
      from (select n, date '2016-01-01' + (n % 3650)::int as d from generate_series(1, $n) n) x`)
    await run(`insert into snapshots (operator_id, id, organisation_id, accompaniment_id, taken_on, occasion, headcount, fte,
        permanent, women, part_time, subsidised, position)
      select $op, pg_temp.u(3, n), organisation_id, case when n % 2 = 0 then id end, diagnostic_validated_on - 1, 'diagnostic',
        n % 60, n % 50, n % 40, n % 30, n % 10, n % 3, n
      from (select row_number() over () as n, * from accompaniments
        where operator_id = $op and diagnostic_validated_on is not null) a`)
    await run(`insert into engineerings (operator_id, id, kind, signed_on, paid_on, amount_cents)
      select $op, pg_temp.u(5, n), case when n % 4 = 0 then 'collective' else 'individual' end, d, d + 200, 400000
      from (select n, date '2016-03-01' + (n % 3650)::int as d from generate_series(1, ($n * 0.5)::int) n) x`)
    await run(`insert into engineering_members (operator_id, id, engineering_id, accompaniment_id)
      select $op, pg_temp.u(6, n * 2 + k), pg_temp.u(5, n), pg_temp.u(2, n * 2 - k)
      from generate_series(1, ($n * 0.5)::int) n, generate_series(0, 1) k where k = 0 or n % 4 = 0`)
    await run(`insert into sessions (operator_id, id, engineering_id, held_on, days, kind, status)
      select $op, pg_temp.u(7, n * 20 + k), pg_temp.u(5, n), date '2016-04-01' + (n % 3650)::int + k * 5, 0.5, 'individual', 'held'
      from generate_series(1, ($n * 0.5)::int) n, generate_series(0, 19) k`)
    await run(`insert into follow_ups (operator_id, id, accompaniment_id, wave, planned_on, answered_on, state, headcount, job_link,
        jobs_kept, economic_situation, objectives_reached, appropriation, satisfaction)
      select $op, pg_temp.u(8, n * 4 + k), pg_temp.u(2, n), (array['T1','T2','T3'])[k], d, case when (n + k) % 3 > 0 then d + 4 end,
        'answered', n % 61, 'low', 1, 'improved', 3, 3, 8
      from (select n, k, date '2016-10-01' + (n % 3650)::int + k * 180 as d
        from generate_series(1, $n) n, generate_series(1, 3) k) x`)
    await run(`insert into plan_actions (operator_id, id, accompaniment_id, nature, title, status)
      select $op, pg_temp.u(9, n * 4 + k), pg_temp.u(2, n), 'self_action', 'Action', 'done'
      from generate_series(1, $n) n, generate_series(1, 4) k`)
    await run(
      `insert into funders (operator_id, id, name, match_name) values ($op, pg_temp.u(10, 1), 'Région', 'région')`,
    )
    await run(`insert into agreements (operator_id, id, code, funder_id, starts_on, ends_on)
      values ($op, pg_temp.u(11, 1), 'C', pg_temp.u(10, 1), '2016-01-01', '2026-12-31')`)
    await run(`insert into accompaniment_agreements (operator_id, id, accompaniment_id, agreement_id)
      select $op, pg_temp.u(12, n), pg_temp.u(2, n), pg_temp.u(11, 1) from generate_series(1, $n) n where n % 2 = 0`)
    await client.query('analyze')
    return '00000000-000b-7000-8000-000000000001'
  })
}
