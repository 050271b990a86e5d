import { sql } from 'drizzle-orm'
import { requiredSnapshotFields } from '#app/features/snapshots/snapshot.ts'
import type { CaseTrigger, Selections } from './selection.store.server.ts'

const onDay = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Europe/Paris')::date`
const snake = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const photographed = sql.raw(requiredSnapshotFields.map(field => `p.${snake(field)}`).join(', '))

/** Waves with the day on which their letter left. */
const waves = (which: ReturnType<typeof sql>) => ({
  from: sql`follow_ups f join accompaniments a on a.operator_id = f.operator_id and a.id = f.accompaniment_id
    left join sends w on w.operator_id = f.operator_id and w.send_key = 'follow-up.wave:' || f.id`,
  where: which,
  subject: sql`f.id`,
  anchor: sql`f.planned_on`,
  bornAt: sql`f.created_at`,
  wave: { state: sql`f.state`, writtenOn: onDay(sql`w.sent_at`) },
  stops: { follow_up_settled: sql`f.state not in ('planned', 'sent', 'reminded')` },
})

/** Selections whose subject is the case itself, or what it alone owns. `a` is always the case. */
export const caseTriggers = {
  requested: {
    from: sql`accompaniments a`,
    subject: sql`a.id`,
    anchor: sql`a.requested_on`,
    stops: {
      intake_held: sql`a.intake_on is not null`,
      eligibility_decided: sql`a.eligibility ->> 'decision' is not null`,
    },
  },
  diagnostic_started: {
    from: sql`accompaniments a`,
    subject: sql`a.id`,
    anchor: sql`a.diagnostic_started_on`,
    stops: {
      diagnostic_validated: sql`a.diagnostic_validated_on is not null`,
      // What the guard of the transition asks: so much of the latest photo of the diagnostic as the programme says.
      snapshot_complete: sql`coalesce((
        select num_nonnulls(${photographed}) >= ${requiredSnapshotFields.length} * (g.definition #>> '{settings,snapshotCompleteness}')::numeric
        from snapshots p join programmes g on g.operator_id = p.operator_id and g.id = a.programme_id
        where p.operator_id = a.operator_id and p.accompaniment_id = a.id and p.occasion = 'diagnostic'
        order by p.taken_on desc, p.position desc, p.id desc limit 1), false)`,
    },
  },
  diagnostic_sent: {
    from: sql`diagnostics d join accompaniments a on a.operator_id = d.operator_id and a.id = d.accompaniment_id`,
    subject: sql`d.id`,
    anchor: onDay(sql`d.sent_for_validation_at`),
    stops: { diagnostic_validated: sql`d.validated_on is not null or a.diagnostic_validated_on is not null` },
  },
  committee_dated: {
    from: sql`accompaniments a`,
    subject: sql`a.id`,
    anchor: sql`a.committee_on`,
    stops: {
      committee_file_sent: sql`coalesce(a.opinion <> 'adjourned', false) or exists (
        select from committee_items i join committees c on c.operator_id = i.operator_id and c.id = i.committee_id
        where i.operator_id = a.operator_id and i.accompaniment_id = a.id and c.held_on = a.committee_on and c.sent_at is not null)`,
      opinion_recorded: sql`a.opinion is not null`,
    },
  },
  last_session_held: {
    from: sql`accompaniments a cross join lateral (
      select max(s.held_on) filter (where s.status = 'held') as last, bool_or(s.status = 'planned') as more,
        bool_or(s.kind = 'restitution' and s.status <> 'cancelled') as restituted
      from engineering_members m join sessions s on s.operator_id = m.operator_id and s.engineering_id = m.engineering_id
        and s.kind is distinct from 'awareness'
      where m.operator_id = a.operator_id and m.accompaniment_id = a.id) x`,
    where: sql`not x.more`,
    subject: sql`a.id`,
    anchor: sql`x.last`,
    stops: { restitution_planned: sql`a.restitution_on is not null or x.restituted` },
  },
  follow_up_planned: waves(sql`true`),
  satisfaction_planned: waves(sql`f.wave = 'T1'`),
  effects_planned: waves(sql`f.wave <> 'T1'`),
  last_effects_planned: waves(sql`f.wave = 'T3'`),
  case_agreement_ends: {
    from: sql`accompaniment_agreements g
      join agreements v on v.operator_id = g.operator_id and v.id = g.agreement_id
      join accompaniments a on a.operator_id = g.operator_id and a.id = g.accompaniment_id`,
    subject: sql`g.id`,
    anchor: sql`v.ends_on`,
    stops: {
      // Each session held has said what was decided, who came, and somebody signed its sheet.
      evidence_complete: sql`(a.diagnostic_started_on is null or a.diagnostic_validated_on is not null) and not exists (
        select from engineering_members m join sessions s on s.operator_id = m.operator_id and s.engineering_id = m.engineering_id
        where m.operator_id = a.operator_id and m.accompaniment_id = a.id and s.status = 'held' and not (
          exists (select from session_lines l where l.operator_id = s.operator_id and l.session_id = s.id and l.kind = 'decision')
          and exists (select from attendances t where t.operator_id = s.operator_id and t.session_id = s.id)
          and exists (select from signatures n where n.operator_id = s.operator_id and n.session_id = s.id and n.withdrawn_at is null)))`,
    },
  },
  consent_withdrawn: {
    from: sql`consents c join accompaniments a on a.operator_id = c.operator_id and a.id = c.accompaniment_id`,
    subject: sql`c.id`,
    anchor: sql`c.withdrawn_on`,
    stops: {
      piece_unpublished: sql`not exists (
          select from qualitative_pieces p where p.operator_id = c.operator_id and p.id = c.piece_id)
        or exists (select from consents n where n.operator_id = c.operator_id and n.piece_id = c.piece_id and n.withdrawn_on is null)`,
    },
  },
  referral_sent: {
    from: sql`referrals r join accompaniments a on a.operator_id = r.operator_id and a.id = r.accompaniment_id`,
    subject: sql`r.id`,
    anchor: sql`r.sent_on`,
    partner: sql`r.partner_asked_on`,
    stops: { referral_answered: sql`r.answer is not null` },
  },
  case_parked: {
    from: sql`accompaniments a`,
    subject: sql`a.id`,
    anchor: sql`a.state_since`,
    // A case that is taken up again is no longer parked, hence no longer selected.
    stops: { case_taken_up: sql`false` },
  },
} satisfies Partial<Selections<CaseTrigger>>
