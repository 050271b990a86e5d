import { type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { UnsignedSheet } from './sheet.ts'

/** As far back as the list goes: what was not signed a quarter ago is asked for no more by a list. */
const daysBack = 92
const mostSheets = 100

/**
 * Sessions held of these engineerings of which somebody has not signed the sheet as it is, the oldest first: those who
 * came, and whoever leads.
 */
export async function unsignedSheets(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  today: Day,
): Promise<UnsignedSheet[]> {
  if (engineeringIds.length === 0) return []
  const ids = sql.join(
    engineeringIds.map(id => sql`${id}::uuid`),
    sql`, `,
  )
  const { rows } = await tx.execute<{
    id: string
    engineering_id: string
    held_on: string
    title: string | null
    provider: string | null
    organisations: string[]
    number: string | null
    missing: string[]
  }>(sql`
    with held as (
      select s.* from sessions s join engineerings e on e.operator_id = s.operator_id and e.id = s.engineering_id
      where s.operator_id = ${operatorId} and s.engineering_id in (${ids}) and s.status = 'held'
        and s.held_on >= ${addDays(today, -daysBack)}::date and e.state <> 'cancelled'
        and exists (select from attendances a where a.operator_id = s.operator_id and a.session_id = s.id
          and a.status in ('present', 'remote'))
    ), missing as (${unsignedLines(operatorId, sql`held`)})
    select h.id, h.engineering_id, h.held_on::text, e.title, p.name as provider,
      array(
        select distinct o.name from engineering_members m
        join accompaniments c on c.operator_id = m.operator_id and c.id = m.accompaniment_id
        join organisations o on o.operator_id = c.operator_id and o.id = c.organisation_id
        where m.operator_id = ${operatorId} and m.engineering_id = h.engineering_id
        order by o.name
      ) as organisations,
      (
        select min(c.number) from attendances a
        join accompaniments c on c.operator_id = a.operator_id and c.id = a.accompaniment_id
        where a.operator_id = ${operatorId} and a.session_id = h.id and a.status in ('present', 'remote')
      ) as number,
      array_agg(coalesce(x.person_name, o.name, c.number) order by x.accompaniment_id nulls last, x.person_name) as missing
    from held h
    join missing x on x.session_id = h.id
    join engineerings e on e.operator_id = h.operator_id and e.id = h.engineering_id
    left join providers p on p.operator_id = e.operator_id and p.id = e.provider_id
    left join accompaniments c on c.operator_id = h.operator_id and c.id = x.accompaniment_id
    left join organisations o on o.operator_id = c.operator_id and o.id = c.organisation_id
    group by h.id, h.engineering_id, h.held_on, e.title, p.name
    order by h.held_on, h.id
    limit ${mostSheets}`)
  return rows.flatMap(({ engineering_id: engineeringId, held_on, ...row }) => {
    const heldOn = day(held_on)
    return heldOn ? [{ ...row, engineeringId, heldOn }] : []
  })
}

/**
 * Lines (session_id, accompaniment_id, person_name) of the sheets of these held sessions that nobody signed as they are:
 * not signed at all, signed at other hours, or withdrawn. Whoever leads is the line without a case. `held`: a table or
 * expression with the columns of `sessions`; only sessions to which somebody came have a sheet.
 */
export function unsignedLines(operatorId: string, held: SQL): SQL {
  return sql`
    select x.session_id, x.accompaniment_id, x.person_name
    from (
      select a.session_id, a.accompaniment_id, a.person_name from attendances a
      where a.operator_id = ${operatorId} and a.session_id in (select id from ${held}) and a.status in ('present', 'remote')
      union
      select h.id, null, u.name from ${held} h join users u on u.id = h.consultant_id
      where exists (select from attendances a where a.operator_id = ${operatorId} and a.session_id = h.id
        and a.status in ('present', 'remote'))
    ) x
    join ${held} h on h.id = x.session_id
    where not exists (
      select from signatures g
      join sheet_places p on p.operator_id = g.operator_id and p.id = g.place_id
      where g.operator_id = ${operatorId} and g.session_id = x.session_id and g.withdrawn_at is null
        and p.accompaniment_id is not distinct from x.accompaniment_id
        and p.person_name is not distinct from x.person_name
        and g.held_on is not distinct from h.held_on and g.begins_at is not distinct from h.begins_at
        and g.ends_at is not distinct from h.ends_at and g.place is not distinct from h.place
        and g.quarters is not distinct from round(h.days * 4)::int
    )`
}
