import { sql } from 'drizzle-orm'
import type { CaseTrigger, Selections } from './selection.store.server.ts'

const joinedCase = sql`join engineering_members m on m.operator_id = e.operator_id and m.engineering_id = e.id
  join accompaniments a on a.operator_id = m.operator_id and a.id = m.accompaniment_id`
const goesOn = sql`e.state <> 'cancelled'`
const ofEngineering = { where: goesOn, engineering: sql`e.id` }

const sessionsOf = {
  ...ofEngineering,
  from: sql`sessions s join engineerings e on e.operator_id = s.operator_id and e.id = s.engineering_id ${joinedCase}`,
  subject: sql`s.id`,
  anchor: sql`s.held_on`,
  consultant: sql`s.consultant_id`,
}
const invoicesOf = {
  from: sql`invoices i join engineerings e on e.operator_id = i.operator_id and e.id = i.engineering_id ${joinedCase}`,
  subject: sql`i.id`,
  engineering: sql`e.id`,
}
const groupSessions = (which: ReturnType<typeof sql>) => ({
  ...ofEngineering,
  from: sql`engineering_members m
    join engineerings e on e.operator_id = m.operator_id and e.id = m.engineering_id and e.kind = 'collective'
    join accompaniments a on a.operator_id = m.operator_id and a.id = m.accompaniment_id
    cross join lateral (
      select min(s.held_on) filter (where s.status = 'held') as first,
        case when bool_or(s.status = 'planned') then null else max(s.held_on) filter (where s.status = 'held') end as last
      from sessions s where s.operator_id = e.operator_id and s.engineering_id = e.id
        and coalesce(s.kind, '') not in ('individual', 'individual_review', 'awareness')) x`,
  where: sql`${goesOn} and not exists (
    select from enrolments n where n.operator_id = m.operator_id and n.engineering_id = e.id
      and n.accompaniment_id = a.id and n.withdrawn_on is not null)`,
  subject: sql`m.id`,
  anchor: which,
})

/** Selections about the work of providers: of the cases that share an engineering, the first one carries the reminder. */
export const workTriggers = {
  consultation_deadline: {
    from: sql`consultations c join engineerings e on e.operator_id = c.operator_id and e.id = c.engineering_id ${joinedCase}`,
    where: sql`${goesOn} and c.decided_on is null`,
    subject: sql`c.id`,
    anchor: sql`c.deadline`,
    engineering: sql`e.id`,
    stops: {
      intentions_enough: sql`c.waiver_reason is not null or (
        select count(*) from invitations i where i.operator_id = e.operator_id and i.engineering_id = e.id and i.intention = 'yes') >= 3`,
      offer_received: sql`exists (select from offers o where o.operator_id = e.operator_id and o.engineering_id = e.id)`,
      offers_scored: sql`not exists (
        select from offers o where o.operator_id = e.operator_id and o.engineering_id = e.id and not exists (
          select from offer_scores s where s.operator_id = o.operator_id and s.offer_id = o.id and s.scorer = 'organisation'))`,
    },
  },
  provider_chosen: {
    from: sql`consultations c join engineerings e on e.operator_id = c.operator_id and e.id = c.engineering_id ${joinedCase}`,
    where: sql`${goesOn} and c.chosen_offer_id is not null`,
    subject: sql`e.id`,
    anchor: sql`c.decided_on`,
    engineering: sql`e.id`,
    stops: { contract_signed: sql`e.signed_on is not null or e.state <> 'draft'` },
  },
  contract_signed: {
    ...ofEngineering,
    from: sql`engineerings e ${joinedCase}`,
    subject: sql`e.id`,
    anchor: sql`e.signed_on`,
    stops: {
      session_planned: sql`exists (
        select from sessions s where s.operator_id = e.operator_id and s.engineering_id = e.id and s.status <> 'cancelled')`,
    },
  },
  session_planned: { ...sessionsOf, stops: { session_settled: sql`s.status <> 'planned'` } },
  session_held: {
    ...sessionsOf,
    stops: {
      session_reported: sql`s.status = 'cancelled' or (s.status = 'held'
        and exists (select from session_lines l where l.operator_id = s.operator_id and l.session_id = s.id and l.kind = 'decision')
        and exists (select from attendances t where t.operator_id = s.operator_id and t.session_id = s.id))`,
    },
  },
  work_due: {
    from: sql`intersession_works k join engineerings e on e.operator_id = k.operator_id and e.id = k.engineering_id
      join accompaniments a on a.operator_id = k.operator_id and a.id = k.accompaniment_id`,
    where: sql`${goesOn} and not exists (
      select from enrolments n where n.operator_id = k.operator_id and n.engineering_id = k.engineering_id
        and n.accompaniment_id = k.accompaniment_id and n.withdrawn_on is not null)`,
    subject: sql`k.id`,
    anchor: sql`k.due_on`,
    engineering: sql`e.id`,
    stops: { work_done: sql`k.done_on is not null` },
  },
  deliverable_due: {
    ...ofEngineering,
    from: sql`deliverables d join engineerings e on e.operator_id = d.operator_id and e.id = d.engineering_id ${joinedCase}`,
    subject: sql`d.id`,
    anchor: sql`d.due_on`,
    stops: { deliverable_received: sql`d.state in ('submitted', 'accepted')` },
  },
  days_consumed: {
    from: sql`engineerings e ${joinedCase} cross join lateral (
      select y.held_on from (
        select s.held_on, sum(s.days) over (order by s.held_on, s.id) as used from sessions s
        where s.operator_id = e.operator_id and s.engineering_id = e.id and s.status = 'held') y
      where y.used >= e.days_ordered * 0.8 order by y.held_on limit 1) x`,
    where: sql`e.state = 'signed' and e.days_ordered > 0`,
    subject: sql`m.id`,
    anchor: sql`x.held_on`,
    engineering: sql`e.id`,
    stops: {
      // Nothing is left to reach, or somebody has written the plan again since.
      plan_reviewed: sql`not exists (
          select from plan_objectives o where o.operator_id = a.operator_id and o.accompaniment_id = a.id and o.reached is null)
        or exists (select from plan_objectives o where o.operator_id = a.operator_id and o.accompaniment_id = a.id
          and (o.updated_at at time zone 'Europe/Paris')::date > x.held_on)
        or exists (select from plan_actions o where o.operator_id = a.operator_id and o.accompaniment_id = a.id
          and (o.updated_at at time zone 'Europe/Paris')::date > x.held_on)`,
    },
  },
  invoice_received: {
    ...invoicesOf,
    where: goesOn,
    anchor: sql`i.received_on`,
    stops: { delivery_noted: sql`e.delivered_on is not null or i.paid_on is not null` },
  },
  invoice_payable: {
    ...invoicesOf,
    where: sql`${goesOn} and e.delivered_on is not null`,
    anchor: sql`greatest(i.received_on, e.delivered_on)`,
    stops: { invoice_paid: sql`i.paid_on is not null or e.paid_on is not null` },
  },
  first_group_session: {
    ...groupSessions(sql`x.first`),
    stops: {
      governance_came: sql`exists (
        select from attendances t where t.operator_id = e.operator_id and t.engineering_id = e.id
          and t.accompaniment_id = a.id and t.role = 'governance' and t.status in ('present', 'remote'))`,
    },
  },
  last_group_session: {
    ...groupSessions(sql`x.last`),
    stops: {
      review_held: sql`exists (
        select from individual_reviews r where r.operator_id = e.operator_id and r.engineering_id = e.id and r.accompaniment_id = a.id)`,
    },
  },
} satisfies Partial<Selections<CaseTrigger>>
