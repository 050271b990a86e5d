import { sql } from 'drizzle-orm'
import type { OperatorTrigger, Selections } from './selection.store.server.ts'

/** Two years of quarters around today: as far as a reminder looks, and more. */
const quarters = (today: string) => sql`generate_series(
  date_trunc('quarter', ${today}::date) - interval '1 year', ${today}::date + interval '1 year', interval '3 months') as q(begins)`
const lastDay = sql`(q.begins + interval '3 months' - interval '1 day')::date`
const runs = sql`v.starts_on <= ${lastDay} and v.ends_on >= q.begins::date`

/** Selections about what belongs to the operator. `owner` is the column of the operator of the first table. */
export const operatorTriggers = (today: string) =>
  ({
    provider_confirmed: {
      from: sql`providers p`,
      owner: sql`p.operator_id`,
      name: sql`p.name`,
      subject: sql`p.id`,
      anchor: sql`coalesce(p.confirmed_on, (p.created_at at time zone 'Europe/Paris')::date)`,
      // Confirmed, the sheet counts from that day: what was asked of the former one is nobody's.
      stops: { sheet_confirmed: sql`false` },
    },
    quarter_ends: {
      from: sql`agreements v cross join ${quarters(today)}`,
      where: runs,
      owner: sql`v.operator_id`,
      name: sql`v.code`,
      subject: sql`v.id`,
      anchor: lastDay,
      stops: {
        return_built: sql`exists (
          select from editions x where x.operator_id = v.operator_id and x.agreement_id = v.id
            and (x.built_at at time zone 'Europe/Paris')::date > ${lastDay} - 16)`,
      },
    },
    european_quarter_ends: {
      from: sql`agreements v join funders n on n.operator_id = v.operator_id and n.id = v.funder_id cross join ${quarters(today)}`,
      where: sql`${runs} and concat_ws(' ', v.code, v.title, n.name) ~* '\\mfse'`,
      owner: sql`v.operator_id`,
      name: sql`v.code`,
      subject: sql`v.id`,
      anchor: lastDay,
      stops: {
        sheets_signed: sql`not exists (
          select from accompaniment_agreements g
          join engineering_members m on m.operator_id = g.operator_id and m.accompaniment_id = g.accompaniment_id
          join sessions s on s.operator_id = m.operator_id and s.engineering_id = m.engineering_id
          where g.operator_id = v.operator_id and g.agreement_id = v.id and s.status = 'held'
            and s.held_on between q.begins::date and ${lastDay}
            and not exists (select from signatures z where z.operator_id = s.operator_id and z.session_id = s.id and z.withdrawn_at is null))`,
      },
    },
    cohort_starts: {
      from: sql`cohorts h join engineerings e on e.operator_id = h.operator_id and e.id = h.engineering_id`,
      where: sql`e.state <> 'cancelled' and h.closed_on is null`,
      owner: sql`h.operator_id`,
      name: sql`coalesce(e.title, '')`,
      subject: sql`h.id`,
      anchor: sql`e.starts_on`,
      engineering: sql`e.id`,
      stops: {
        cohort_filled: sql`(
          select count(*) from engineering_members m where m.operator_id = e.operator_id and m.engineering_id = e.id and not exists (
            select from enrolments n where n.operator_id = m.operator_id and n.engineering_id = e.id
              and n.accompaniment_id = m.accompaniment_id and n.withdrawn_on is not null)) >= h.minimum`,
      },
    },
    agreement_ends: {
      from: sql`agreements v`,
      owner: sql`v.operator_id`,
      name: sql`v.code`,
      subject: sql`v.id`,
      anchor: sql`v.ends_on`,
      stops: {
        agreement_renewed: sql`exists (
          select from agreements n where n.operator_id = v.operator_id and n.funder_id = v.funder_id and n.ends_on > v.ends_on)`,
      },
    },
    organisation_left: {
      from: sql`organisations o cross join lateral (
        select case when bool_and(a.closed_on is not null or a.abandoned_on is not null)
          then max(greatest(a.closed_on, a.abandoned_on)) end as last
        from accompaniments a where a.operator_id = o.operator_id and a.organisation_id = o.id) x`,
      where: sql`o.merged_into_id is null`,
      owner: sql`o.operator_id`,
      name: sql`o.name`,
      subject: sql`o.id`,
      anchor: sql`x.last`,
      stops: {
        data_erased: sql`not exists (
          select from people p where p.operator_id = o.operator_id and p.organisation_id = o.id)`,
      },
    },
  }) satisfies Selections<OperatorTrigger>
