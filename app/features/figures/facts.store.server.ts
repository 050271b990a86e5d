import { type SQL, sql } from 'drizzle-orm'
import { unsignedLines } from '#app/features/attendance-sheets/unsigned-sheets.store.server.ts'
import type { Dimension } from './dimension.ts'

/** What the facts are about. For an agreement: its accompaniments alone, and the days that it shares with the period. */
export type Scope = {
  operatorId: string
  from: string
  to: string
  agreementId: string | null
  /** Every fact carries the key of its case in `cell`, '' when unknown. Without a dimension there is one cell, ''. */
  dimension: Dimension | null
}

/**
 * The common table expressions of the facts, by the names of `measure.ts`. Each has `cell`, `row_id`, `accompaniment_id`,
 * `organisation_id` (the one that remains after merging; null for a case without), `unit_id` (what two figures may share)
 * and `rows`, how many rows the line stands for: an engineering is spread over its members, and counted with the first.
 * PostgreSQL runs only those that are read.
 */
export function factsOf(scope: Scope): SQL {
  const { operatorId, from, to } = scope
  const inPeriod = (column: SQL) => sql`${column} between ${from}::date and ${to}::date`
  return sql`with recursive ${cases(scope)},
  requests as (
    select cell, id as row_id, id as accompaniment_id, organisation_id, null::text as unit_id, 1 as rows,
      channel = 'direct' as "isDirect"
    from cases where ${inPeriod(sql`requested_on`)}
  ),
  intakes as (
    select cell, id as row_id, id as accompaniment_id, organisation_id, null::text as unit_id, 1 as rows,
      intake_on - requested_on as waited
    from cases where ${inPeriod(sql`intake_on`)}
  ),
  diagnosed as (
    select cell, id as row_id, id as accompaniment_id, organisation_id, null::text as unit_id, 1 as rows
    from cases where ${inPeriod(sql`diagnostic_validated_on`)}
  ),
  restituted as (
    select cell, id as row_id, id as accompaniment_id, organisation_id, null::text as unit_id, 1 as rows,
      restitution_on - diagnostic_validated_on as lasted
    from cases where ${inPeriod(sql`restitution_on`)}
  ),
  abandonments as (
    select cell, id as row_id, id as accompaniment_id, organisation_id, null::text as unit_id, 1 as rows
    from cases where ${inPeriod(sql`abandoned_on`)}
  ),
  referred as (
    select c.cell, r.id as row_id, c.id as accompaniment_id, c.organisation_id, null::text as unit_id, 1 as rows,
      r.answer = 'accepted' as "isAccepted"
    from referrals r join cases c on c.id = r.accompaniment_id
    where r.operator_id = ${operatorId} and ${inPeriod(sql`r.sent_on`)}
  ),
  actions as (
    select c.cell, p.id as row_id, c.id as accompaniment_id, c.organisation_id, null::text as unit_id, 1 as rows,
      p.status = 'done' as "isDone"
    from plan_actions p join cases c on c.id = p.accompaniment_id
    where p.operator_id = ${operatorId} and p.status <> 'dropped' and ${inPeriod(sql`c.restitution_on`)}
  ),
  volunteering as (
    select c.cell, v.id as row_id, c.id as accompaniment_id, c.organisation_id, null::text as unit_id, 1 as rows,
      v.hours
    from volunteer_time v join cases c on c.id = v.accompaniment_id
    where v.operator_id = ${operatorId} and ${inPeriod(sql`v.done_on`)}
  ),
  ${engineering(scope, inPeriod)},
  ${signing(scope, inPeriod)},
  ${support(scope, inPeriod)},
  ${followUp(scope, inPeriod)}`
}

/** The cases in scope with their organisation and their cell. */
function cases(scope: Scope): SQL {
  const { operatorId, agreementId, dimension } = scope
  const isPaidFor = agreementId
    ? sql`and exists (
        select from accompaniment_agreements l
        where l.operator_id = ${operatorId} and l.agreement_id = ${agreementId} and l.accompaniment_id = a.id
      )`
    : sql``
  return sql`merged (id, root, depth) as (
    select id, merged_into_id, 1 from organisations where operator_id = ${operatorId} and merged_into_id is not null
    union all
    -- A duplicate may have been merged into a duplicate; two merged into each other would never end.
    select m.id, o.merged_into_id, m.depth + 1
    from merged m join organisations o on o.operator_id = ${operatorId} and o.id = m.root
    where o.merged_into_id is not null and m.depth < 20
  ),
  roots as (select distinct on (id) id, root from merged order by id, depth desc),
  scoped as (
    select a.id, coalesce(r.root, a.organisation_id) as organisation_id, a.programme_id, a.practitioner_id, a.channel,
      a.requested_on, a.intake_on, a.diagnostic_validated_on, a.restitution_on, a.abandoned_on
    from accompaniments a left join roots r on r.id = a.organisation_id
    where a.operator_id = ${operatorId} ${isPaidFor}
  ),
  cases as (select s.*, ${cellOf(dimension)} from scoped s ${joinsOf(scope)})`
}

/** What the key of a case is read from. */
function joinsOf(scope: Scope): SQL {
  const { operatorId, dimension } = scope
  const typed = sql`left join typologies y on y.operator_id = ${operatorId} and y.accompaniment_id = s.id`
  switch (dimension) {
    case null:
      return sql``
    case 'programme':
      return sql`join programmes p on p.operator_id = ${operatorId} and p.id = s.programme_id`
    case 'practitioner':
      return sql`left join users u on u.id = s.practitioner_id`
    case 'size_class':
      return sql`left join (
        ${factsOf({ ...scope, dimension: null })}
        select organisation_id,
          case when headcount <= 0 then '0' when headcount < 10 then '1–9' when headcount < 50 then '10–49'
            when headcount >= 50 then '50+' end as size_class
        from photos
      ) z on z.organisation_id = s.organisation_id`
    case 'target':
    case 'trade':
    case 'format':
      return sql`${typed} join programmes p on p.operator_id = ${operatorId} and p.id = s.programme_id`
    case 'place':
    case 'phase':
      return typed
    case 'expertise':
      return sql`${typed} left join unnest(y.domains) as several (key) on true`
    case 'public':
      return sql`${typed} left join unnest(y.publics) as several (key) on true`
    default:
      return sql`left join organisations o on o.operator_id = ${operatorId} and o.id = s.organisation_id`
  }
}

function cellOf(dimension: Dimension | null): SQL {
  // What the programme declares, until the case says otherwise.
  const typed = (name: string) =>
    sql`case when y.id is null then coalesce(p.definition -> 'typology' ->> ${name}, '') else coalesce(y.${sql.identifier(name)}, '') end as cell`
  const yesNo = (column: SQL) => sql`case when ${column} then 'oui' when not ${column} then 'non' else '' end as cell`
  switch (dimension) {
    case null:
      return sql`'' as cell`
    case 'programme':
      return sql`p.code as cell`
    case 'practitioner':
      return sql`coalesce(u.email, '') as cell`
    case 'department':
      return sql`coalesce(o.department, '') as cell`
    case 'region':
      return sql`coalesce(o.region, '') as cell`
    case 'sector':
      return sql`coalesce(o.sector, '') as cell`
    case 'legal_form':
      return sql`coalesce(o.legal_form, '') as cell`
    case 'size_class':
      return sql`coalesce(z.size_class, '') as cell`
    case 'qpv':
      return yesNo(sql`o.qpv`)
    case 'frr':
      return yesNo(sql`o.frr`)
    case 'target':
    case 'trade':
    case 'format':
      return typed(dimension)
    case 'place':
      return sql`coalesce(y.place, '') as cell`
    case 'phase':
      return sql`coalesce(y.phase, '') as cell`
    case 'expertise':
    case 'public':
      return sql`coalesce(several.key, '') as cell`
  }
}

type InPeriod = (column: SQL) => SQL

/**
 * Engineerings, signed, paid or with sessions held. One line per member in scope, with its part of days and money: this
 * operator's share of the engineering, divided by its members whether in scope or not.
 */
function engineering({ operatorId, agreementId }: Scope, inPeriod: InPeriod): SQL {
  // Twenty decimals, so that three thirds of a day are a day once summed and read as a double.
  const part = (amount: SQL, share = sql`share`) => sql`(${amount} * ${share})::numeric(38, 20) / size`
  const money = part(sql`amount`, sql`money_share`)
  const line = sql`cell, engineering_id as row_id, accompaniment_id, organisation_id`
  const once = sql`is_first::int as rows`
  return sql`meetings as (
    select engineering_id, held_on, days, kind is distinct from 'awareness' as is_support
    from sessions where operator_id = ${operatorId} and status = 'held'
    union all
    select share_id, held_on, days, kind is distinct from 'awareness' from shared_sessions where operator_id = ${operatorId}
  ),
  members as (
    select engineering_id, accompaniment_id from engineering_members where operator_id = ${operatorId}
    union all
    select share_id, accompaniment_id from share_members where operator_id = ${operatorId}
  ),
  -- Its own, and its part of those that other operators lead. A provider that it does not know is told by its name.
  carried as (
    select id, kind, provider_id, signed_on, paid_on, amount_cents, share, money_share from engineerings where operator_id = ${operatorId}
    union all
    select s.id, s.kind, coalesce(p.id, md5(s.provider_match)::uuid),
      s.signed_on, s.paid_on, s.counted_cents, s.weight::numeric(40, 20) / s.total, s.weight::numeric(40, 20) / s.total
    from shares s
    left join providers p on p.operator_id = ${operatorId} and p.match_name = s.provider_match
    where s.operator_id = ${operatorId} and s.counted
  ),
  delivered as (
    select engineering_id, min(held_on) filter (where is_support) as first_on,
      count(*) filter (where ${inPeriod(sql`held_on`)}) as held,
      count(*) filter (where is_support and ${inPeriod(sql`held_on`)}) as supporting,
      sum(days) filter (where ${inPeriod(sql`held_on`)}) as days,
      count(days) filter (where ${inPeriod(sql`held_on`)}) as days_known,
      sum(days) filter (where not ${inPeriod(sql`held_on`)}) as other_days
    from meetings group by engineering_id
  ),
  roster as (
    select e.id as engineering_id, e.kind, e.provider_id, e.signed_on, e.paid_on, e.amount_cents / 100.0 as amount, e.share, e.money_share,
      coalesce(c.cell, '') as cell, c.id as accompaniment_id, c.organisation_id, coalesce(m.size, 1) as size,
      row_number() over (partition by e.id, c.cell order by c.id) = 1 as is_first,
      d.first_on, d.held, d.supporting, d.days, d.days_known, d.other_days
    from carried e
    left join (
      select engineering_id, accompaniment_id, count(*) over (partition by engineering_id) as size from members
    ) m on m.engineering_id = e.id
    ${agreementId ? sql`join` : sql`left join`} cases c on c.id = m.accompaniment_id
    left join delivered d on d.engineering_id = e.id
  ),
  signed as (
    select ${line}, engineering_id::text as unit_id, ${once}, ${money} as amount,
      kind = 'individual' as "isIndividual", kind = 'collective' as "isCollective"
    from roster where ${inPeriod(sql`signed_on`)}
  ),
  paid as (
    select ${line}, engineering_id::text as unit_id, ${once}, ${money} as amount
    from roster where ${inPeriod(sql`paid_on`)}
  ),
  -- The days of the period are those that "held" has; the others are not.
  "paidDays" as (
    select ${line}, engineering_id::text as unit_id, ${once}, ${part(sql`days`)} as days
    from roster where ${inPeriod(sql`paid_on`)} and held > 0
    union all
    select ${line}, engineering_id || ' at other dates', ${once}, ${part(sql`other_days`)}
    from roster where ${inPeriod(sql`paid_on`)} and other_days is not null
  ),
  held as (
    select ${line}, engineering_id::text as unit_id, case when is_first then held else 0 end as rows,
      ${part(sql`days`)} as days, case when is_first then days_known else 0 end as "daysKnown", provider_id,
      supporting
    from roster where held > 0
  )`
}

/**
 * Sessions held, one line per member in scope: together they are one session, and one sheet. Nobody knows of a sheet on
 * which no presence was noted, as after an import; those of a shared engineering are the lead's.
 */
function signing({ operatorId }: Scope, inPeriod: InPeriod): SQL {
  return sql`meeting as (
    select * from sessions where operator_id = ${operatorId} and status = 'held' and ${inPeriod(sql`held_on`)}
      and engineering_id in (select engineering_id from roster)
  ),
  unsigned as (${unsignedLines(operatorId, sql`meeting`)}),
  attended as (
    select distinct session_id from attendances
    where operator_id = ${operatorId} and status in ('present', 'remote') and session_id in (select id from meeting)
  ),
  sheets as (
    select r.cell, m.id as row_id, r.accompaniment_id, r.organisation_id, m.id::text as unit_id, r.is_first::int as rows,
      1::numeric(38, 20) / count(*) over (partition by m.id, r.cell) as part,
      case when a.session_id is not null then u.session_id is not null end as "isIncomplete"
    from meeting m
    join roster r on r.engineering_id = m.engineering_id
    left join attended a on a.session_id = m.id
    left join (select distinct session_id from unsigned) u on u.session_id = m.id
  )`
}

/** Supported organisations, by the four events that make them so (decision 011), and the first T0 of each. */
function support({ operatorId, from }: Scope, inPeriod: InPeriod): SQL {
  return sql`touches as (
    select cell, organisation_id, id as accompaniment_id, intake_on as day, false as is_signed
    from cases where ${inPeriod(sql`intake_on`)}
    union all
    select cell, organisation_id, id, diagnostic_validated_on, false from cases where ${inPeriod(sql`diagnostic_validated_on`)}
    union all
    select cell, organisation_id, accompaniment_id, ${from}::date, true from signed
    union all
    select cell, organisation_id, accompaniment_id, ${from}::date, false from held where supporting > 0
  ),
  earlier as (
    select cell, organisation_id from cases where least(intake_on, diagnostic_validated_on) < ${from}::date
    union
    select cell, organisation_id from roster where least(signed_on, first_on) < ${from}::date
  ),
  supported as (
    select t.cell, t.organisation_id as row_id, t.accompaniment_id, t.organisation_id, null::text as unit_id, 1 as rows,
      e.organisation_id is null as "isNew", t.is_signed as "isEngineered", o.qpv as "isInQpv", o.frr as "isInFrr"
    from (
      select cell, organisation_id, (array_agg(accompaniment_id order by day, accompaniment_id))[1] as accompaniment_id,
        bool_or(is_signed) as is_signed
      from touches where organisation_id is not null group by cell, organisation_id
    ) t
    join organisations o on o.operator_id = ${operatorId} and o.id = t.organisation_id
    left join earlier e on e.cell = t.cell and e.organisation_id = t.organisation_id
  ),
  -- A T0 that names no accompaniment belongs to the one whose diagnostic was validated first after it, in scope or not.
  owners as (
    select distinct on (s.id) s.id, a.id as accompaniment_id
    from snapshots s
    left join roots r on r.id = s.organisation_id
    join (
      select a.id, coalesce(r.root, a.organisation_id) as organisation_id, a.diagnostic_validated_on
      from accompaniments a left join roots r on r.id = a.organisation_id
      where a.operator_id = ${operatorId} and a.diagnostic_validated_on is not null
    ) a on a.organisation_id = coalesce(r.root, s.organisation_id) and a.diagnostic_validated_on >= s.taken_on
    where s.operator_id = ${operatorId} and s.occasion = 'diagnostic' and s.accompaniment_id is null
    order by s.id, a.diagnostic_validated_on, a.id
  ),
  t0 as (
    select c.cell, c.id as accompaniment_id, coalesce(r.root, s.organisation_id) as organisation_id, s.id, s.taken_on,
      s.position, s.headcount, s.fte, s.permanent, s.women, s.part_time, s.subsidised
    from snapshots s
    left join roots r on r.id = s.organisation_id
    left join owners w on w.id = s.id
    join cases c on c.id = coalesce(s.accompaniment_id, w.accompaniment_id)
    where s.operator_id = ${operatorId} and s.occasion = 'diagnostic'
  ),
  photos as (
    select u.cell, u.row_id, coalesce(f.accompaniment_id, u.accompaniment_id) as accompaniment_id, u.organisation_id,
      f.id::text as unit_id, u.rows, f.headcount, f.fte, f.permanent, f.women, f.part_time as "partTime", f.subsidised
    from supported u
    left join (
      select distinct on (cell, organisation_id) * from t0 where ${inPeriod(sql`taken_on`)}
      order by cell, organisation_id, taken_on, position, id
    ) f on f.cell = u.cell and f.organisation_id = u.organisation_id
  )`
}

/** The waves, and T3 beside T0. A wave that was cancelled is no longer one. */
function followUp({ operatorId, to }: Scope, inPeriod: InPeriod): SQL {
  return sql`waves as (
    select c.cell, f.id as row_id, c.id as accompaniment_id, c.organisation_id, null::text as unit_id, 1 as rows,
      f.wave, f.planned_on, f.answered_on, f.headcount, f.job_link, f.jobs_kept, f.economic_situation,
      f.objectives_reached, f.appropriation, f.satisfaction
    from follow_ups f join cases c on c.id = f.accompaniment_id
    where f.operator_id = ${operatorId} and f.state <> 'cancelled'
      and (${inPeriod(sql`f.answered_on`)} or ${inPeriod(sql`f.planned_on`)})
  ),
  planned as (
    select *, answered_on is not null and answered_on <= ${to}::date as "isAnswered"
    from waves where wave = 'T3' and ${inPeriod(sql`planned_on`)}
  ),
  "firstAnswers" as (select * from waves where wave = 'T1' and ${inPeriod(sql`answered_on`)}),
  answers as (
    select *, jobs_kept as "jobsKept", answered_on - planned_on as late, economic_situation = 'improved' as "isImproved",
      objectives_reached >= 3 as "isReached"
    from waves where wave = 'T3' and ${inPeriod(sql`answered_on`)}
  ),
  pairs as (
    select cell, row_id, accompaniment_id, organisation_id, unit_id, 1 as rows,
      case when is_matched then before end as before, case when is_matched then after end as after,
      case when is_matched and job_link <> 'none' then greatest(after - before, 0) end as created,
      (is_matched and job_link is not null)::int as "linksKnown"
    from (
      select distinct on (a.cell, coalesce(a.organisation_id, a.accompaniment_id)) a.cell, a.row_id, a.accompaniment_id,
        a.organisation_id, a.job_link, p.id::text as unit_id, p.headcount as before, a.headcount as after,
        a.headcount is not null and p.headcount is not null as is_matched
      from answers a
      left join (
        select distinct on (accompaniment_id) accompaniment_id, id, headcount from t0 where headcount is not null
        order by accompaniment_id, taken_on desc, position desc, id desc
      ) p on p.accompaniment_id = a.accompaniment_id
      order by a.cell, coalesce(a.organisation_id, a.accompaniment_id),
        (a.headcount is not null and p.headcount is not null) desc, a.answered_on desc, a.row_id desc
    ) p
  )`
}
