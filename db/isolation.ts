import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { roleName, runtimeRoles } from './roles.ts'

/**
 * How far a narrow actor (consultant, funder, network, contact by link) reaches in each table of an operator:
 * the name of the column that must be among the subjects of the transaction, `operator` when only members
 * reach it, `shared` when it holds nothing personal, `append` when a narrow actor may add but not read,
 * `published_agreement` when it must be published besides, `funded_agreement` when only who pays for it may read, and
 * add in her own name, but change nothing: a network reaches the agreements that published, and no more of them.
 * `own_draft` when only its writer reads it, and the system throws it away.
 * `own_or_shared` when a member may have written it for herself alone; `own_or_asked` when, besides, the organisation
 * reads and adds those of its case while it holds the link of a wave. `own_feedback` when whom it is about reads it. `shared_note` when a narrow actor reads, of the
 * cases that she reaches, what was shared, and writes nothing. `session`, `session_attendance`, `sheet_place` and
 * `signature` when, besides her engineering, the holder of the link of one line of a sheet reaches that line and its session.
 */
export const reachOf = {
  grants: 'own_grants',
  absences: 'operator',
  links: 'id',
  import_refs: 'operator',
  programmes: 'shared',
  organisations: 'id',
  people: 'organisation_id',
  person_traces: 'operator',
  organisation_merges: 'operator',
  establishments: 'organisation_id',
  organisation_labels: 'organisation_id',
  network_statuses: 'operator',
  norm_gap_notes: 'operator',
  funders: 'id',
  funder_logos: 'operator',
  agreements: 'id',
  targets: 'agreement_id',
  editions: 'published_agreement',
  edition_traces: 'operator',
  edition_questions: 'funded_agreement',
  accompaniments: 'id',
  accompaniment_agreements: 'operator',
  case_numbers: 'operator',
  snapshots: 'accompaniment_id',
  diagnostics: 'accompaniment_id',
  diagnostic_comments: 'operator',
  diagnostic_contests: 'accompaniment_id',
  needs: 'accompaniment_id',
  plan_actions: 'accompaniment_id',
  committees: 'id',
  committee_items: 'committee_id',
  committee_members: 'id',
  committee_advice: 'member_id',
  impact_studies: 'id',
  impact_effects: 'study_id',
  impact_indicators: 'study_id',
  impact_parties: 'id',
  impact_measures: 'party_id',
  plan_objectives: 'accompaniment_id',
  expert_reviews: 'id',
  territories: 'operator',
  territory_seats: 'operator',
  challenges: 'operator',
  challenge_measures: 'operator',
  challenge_cases: 'operator',
  referrals: 'id',
  volunteer_time: 'accompaniment_id',
  notes: 'shared_note',
  typologies: 'operator',
  answers: 'own_or_asked',
  juror_scores: 'operator',
  saved_filters: 'own_or_shared',
  handovers: 'operator',
  handover_cases: 'operator',
  drafts: 'own_draft',
  files: 'operator',
  providers: 'id',
  engineerings: 'id',
  engineering_members: 'engineering_id',
  sessions: 'session',
  session_files: 'engineering_id',
  session_lines: 'engineering_id',
  terms_of_reference: 'operator',
  selection_criteria: 'operator',
  consultations: 'operator',
  invitations: 'id',
  offers: 'invitation_id',
  offer_files: 'invitation_id',
  offer_scores: 'operator',
  provider_references: 'id',
  operator_parts: 'operator',
  funder_parts: 'operator',
  shares: 'operator',
  shared_sessions: 'operator',
  share_members: 'operator',
  cohorts: 'operator',
  enrolments: 'operator',
  intersession_works: 'operator',
  individual_reviews: 'operator',
  limit_reasons: 'operator',
  amendments: 'operator',
  contract_texts: 'operator',
  deliverables: 'engineering_id',
  deliverable_files: 'engineering_id',
  invoices: 'engineering_id',
  funder_transfers: 'operator',
  attendances: 'session_attendance',
  sheet_places: 'sheet_place',
  signatures: 'signature',
  follow_ups: 'accompaniment_id',
  follow_up_responses: 'accompaniment_id',
  feedback_answers: 'operator',
  feedback_batches: 'own_feedback',
  qualitative_pieces: 'accompaniment_id',
  consents: 'accompaniment_id',
  reminders: 'operator',
  events: 'append',
  audit_lines: 'shared',
  idempotency_keys: 'shared',
  outbox: 'append',
  sends: 'append',
  send_days: 'operator',
  notifications: 'own_notifications',
  digests: 'id',
  mailbox: 'operator',
  requests: 'id',
  failed_jobs: 'operator',
} as const

/** Tables of no operator, each with its reason. Everything else must stand in `reachOf`. */
export const globalTables = {
  users: 'one login reaches several operators',
  sign_ins: 'belongs to a user',
  credentials: 'belongs to a user',
  verifications: 'belongs to a user',
  two_factors: 'belongs to a user',
  passkeys: 'belongs to a user',
  calendar_addresses: 'belongs to a user',
  attempt_counters: 'counted before anybody is known',
  operators: 'the tenants themselves: name and address, no row of theirs',
} as const

/** Rows that are written once: history, chain, answers already given. */
const appendOnly = ['events', 'audit_lines'] as const
/** Rows of an organisation that are never rewritten; they only follow it when two sheets become one. */
const writtenOnce = ['network_statuses', 'norm_gap_notes'] as const

const operatorIs = "operator_id = (select nullif(current_setting('app.operator_id', true), '')::uuid)"
const user = "select nullif(current_setting('app.user_id', true), '')::uuid"
const userIs = `user_id = (${user})`
const isMember = "(select current_setting('app.reach', true)) = 'operator'"
const funded = `agreement_id in (select subject_id from grants where ${operatorIs} and ${userIs} and kind = 'funder' and revoked_at is null)`
const asked =
  "accompaniment_id in (select accompaniment_id from links where token_hash = (select nullif(current_setting('app.link_hash', true), '')) and purpose = 'follow_up' and revoked_at is null)"
const subjects = "(select string_to_array(nullif(current_setting('app.subjects', true), ''), ','))::uuid[]"

/** The SQL that makes the tables of `reachOf` isolated; run by the owner after each migration, harmless when repeated. */
export function isolationStatements(): string[] {
  const members = `${roleName('web')}, ${roleName('worker')}`
  const out: string[] = []
  for (const role of runtimeRoles)
    out.push(
      `revoke all on all tables in schema public from ${roleName(role)}`,
      `grant usage on schema public to ${roleName(role)}`,
    )
  for (const [table, reach] of Object.entries(reachOf)) {
    out.push(
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      ...['tenant', 'reach', 'reach_change', 'reach_delete', 'own', 'by_token', 'relay', 'relay_mark'].map(
        name => `drop policy if exists ${name} on ${table}`,
      ),
      `create policy tenant on ${table} as permissive for all to ${members} using (${operatorIs}) with check (${operatorIs})`,
      ...reachPolicies(table, reach, members),
    )
    const isAppendOnly = appendOnly.some(name => name === table)
    const isWrittenOnce = writtenOnce.some(name => name === table)
    const changes = isAppendOnly ? '' : isWrittenOnce ? ', update (organisation_id)' : ', update, delete'
    out.push(`grant select, insert${changes} on ${table} to ${members}`)
  }
  out.push(
    // A user finds her own grants before any operator is chosen; a token finds its link before any operator is known.
    `create policy own on grants as permissive for select to ${roleName('web')} using (${userIs})`,
    `create policy by_token on links as permissive for select to ${roleName('web')} using (token_hash = (select nullif(current_setting('app.link_hash', true), '')))`,
    `create policy relay on outbox as permissive for select to ${roleName('relay')} using (true)`,
    `create policy relay_mark on outbox as permissive for update to ${roleName('relay')} using (true) with check (true)`,
    `grant select, update (relayed_at) on outbox to ${roleName('relay')}`,
    `create policy relay on sends as permissive for select to ${roleName('relay')} using (true)`,
    `grant select (operator_id, id, state, due_at, lease_until) on sends to ${roleName('relay')}`,
    `grant select (id, slug, demonstration, clock_offset_days) on operators to ${roleName('relay')}`,
    `grant select on operators to ${members}`,
    `grant update (name, settings, clock_offset_days) on operators to ${members}`,
    `grant insert on operators to ${roleName('worker')}`,
    `grant select (id, name, email, locale, email_verified, two_factor_enabled, deactivated_at) on users to ${members}`,
    `grant insert (id, name, email, locale, email_verified, created_at, updated_at) on users to ${members}`,
    `grant select, insert, update, delete on users, sign_ins, credentials, verifications, two_factors, passkeys, calendar_addresses, attempt_counters to ${roleName('identity')}`,
  )
  for (const table of appendOnly)
    out.push(
      `drop trigger if exists append_only on ${table}`,
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
    )
  out.push(
    'drop trigger if exists forbidden_pair on grants',
    'create trigger forbidden_pair before insert or update on grants for each row execute function refuse_forbidden_pair()',
  )
  return out
}

/** What, of a sheet of attendance, must be among the subjects of whoever holds the link of one line of it. */
const sheetColumns: Readonly<Record<string, string>> = {
  session: 'id',
  session_attendance: 'session_id',
  sheet_place: 'id',
  signature: 'place_id',
}

function reachPolicies(table: string, reach: string, members: string): string[] {
  const names: Record<string, string> = { update: 'reach_change', delete: 'reach_delete' }
  const restrict = (command: string, rule: string, check: string) =>
    `create policy ${names[command] ?? 'reach'} on ${table} as restrictive for ${command} to ${members} using (${rule})${check}`
  if (reach === 'shared') return []
  if (reach === 'append') return [restrict('select', isMember, '')]
  if (reach === 'funded_agreement') {
    const pays = `agreement_id = any(${subjects}) and ${funded}`
    return [
      restrict('all', `(${isMember} or (${pays}))`, ` with check (${isMember} or (${pays} and asked_by = (${user})))`),
      restrict('update', isMember, ` with check (${isMember})`),
      restrict('delete', isMember, ''),
    ]
  }
  if (reach === 'shared_note') {
    const shared = `audience = 'shared' and accompaniment_id = any(${subjects})`
    return [
      restrict('all', `(${isMember} or (${shared}))`, ` with check (${isMember})`),
      restrict('delete', isMember, ''),
    ]
  }
  if (reach === 'own_feedback')
    return [
      restrict('all', `(${isMember} or ${userIs})`, ` with check (${isMember})`),
      restrict('delete', isMember, ''),
    ]
  if (reach === 'own_or_asked') {
    const own = `${isMember} and (reader_id is null or reader_id = (${user}))`
    const ofLink = `reader_id is null and ${asked}`
    return [
      restrict('all', `((${own}) or (${ofLink}))`, ` with check ((${own}) or (${ofLink} and moment <> 'T0'))`),
      restrict('delete', isMember, ''),
    ]
  }
  const ofSheet = sheetColumns[reach]
  const rule = ofSheet
    ? `(${isMember} or engineering_id = any(${subjects}) or ${ofSheet} = any(${subjects}))`
    : reach === 'operator'
      ? isMember
      : reach === 'own_draft'
        ? `(${userIs} or (${isMember} and (${user}) is null))`
        : reach === 'own_grants' || reach === 'own_notifications'
          ? `(${isMember} or ${userIs})`
          : table === 'links'
            ? `(${isMember} or id = any(${subjects}) or token_hash = (select nullif(current_setting('app.link_hash', true), '')) or (purpose = 'attendance' and subject_id in (select id from sheet_places)))`
            : reach === 'own_or_shared'
              ? `(${isMember} and (reader_id is null or reader_id = (${user})))`
              : reach === 'published_agreement'
                ? `(${isMember} or (agreement_id = any(${subjects}) and state = 'published'))`
                : `(${isMember} or ${reach} = any(${subjects}))`
  return [restrict('all', rule, ` with check (${rule})`)]
}

/** Functions that the policies and triggers call; plain, never `security definer`. */
export const isolationFunctions = `
create or replace function refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'rows of % are written once', tg_table_name using errcode = '42501';
end $$;

-- The rule is that of features/team/grant-rules.ts; here nobody forgets it. The lock makes two halves of a pair meet.
create or replace function refuse_forbidden_pair() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.revoked_at is not null then return new; end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('grants:' || new.operator_id || new.user_id, 0));
  if exists (
    select from public.grants held
    where held.operator_id = new.operator_id and held.user_id = new.user_id and held.id <> new.id
      and held.revoked_at is null
      and (held.to_on is null or held.to_on >= new.from_on) and (new.to_on is null or new.to_on >= held.from_on)
      and array[least(held.kind, new.kind), greatest(held.kind, new.kind)] in (
        array['consultant', 'manager'], array['funder', 'manager'], array['consultant', 'practitioner'],
        array['funder', 'practitioner'], array['consultant', 'funder'])
  ) then
    raise exception 'one person may not be % and something that excludes it', new.kind using errcode = '23514';
  end if;
  return new;
end $$;`

export async function applyIsolation(db: NodePgDatabase): Promise<void> {
  await db.transaction(async tx => {
    await tx.execute(sql.raw(isolationFunctions))
    for (const statement of isolationStatements()) await tx.execute(sql.raw(statement))
  })
}
