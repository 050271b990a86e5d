import { type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { caseTriggers } from './case-triggers.store.server.ts'
import { operatorTriggers } from './operator-triggers.store.server.ts'
import { anchorWindow, lookBackDays, type Subject } from './reminder-rules.ts'
import { type SubjectKind, type Trigger, triggers } from './reminder-vocabulary.ts'
import type { RuleGroup } from './rules-in-force.store.server.ts'
import type { AnySelection, Selections } from './selection.store.server.ts'
import { workTriggers } from './work-triggers.store.server.ts'

export type Asking = { tx: TenantTx; operator: { id: string }; today: Day }
export type Which =
  /** Those that may have something due between two days. */
  { from: Day; to: Day; accompanimentId?: string | undefined } | { subjectIds: readonly string[] }

/** The subjects of one trigger that the stop condition has not ended, under the rules that ask for them: one query. */
export async function subjectsOf({ tx, operator, today }: Asking, group: RuleGroup, which: Which): Promise<Subject[]> {
  const selection = selectionOf(group.trigger, today)
  const { subject, anchor, wave } = selection
  const isOfCase = triggers[group.trigger].where !== 'operator'
  const { rows } = await tx.execute<Row>(sql`
    select distinct on (${subject}, ${anchor}) ${subject} as subject_id, (${anchor})::text as anchor,
      ${isOfCase ? sql`a.id` : sql`null`} as accompaniment_id, ${isOfCase ? sql`a.programme_id` : sql`null`} as programme_id,
      ${selection.engineering ?? sql`null`} as engineering_id, ${selection.consultant ?? sql`null`} as consultant_id,
      ${selection.name ?? sql`null`} as name, ${wave?.state ?? sql`null`} as state, ${wave?.writtenOn ?? sql`null`}::text as written_on,
      ${selection.partner ?? sql`null`}::text as partner_asked_on
    from ${selection.from}
    where ${sql.join(conditions(operator.id, group, selection, which), sql` and `)}
    order by ${subject}, ${anchor}${isOfCase ? sql`, a.number` : sql``}`)
  return rows.flatMap(read)
}

type Row = {
  subject_id: string
  anchor: string
  accompaniment_id: string | null
  programme_id: string | null
  engineering_id: string | null
  consultant_id: string | null
  name: string | null
  state: string | null
  written_on: string | null
  partner_asked_on: string | null
}

function read(row: Row): Subject[] {
  const anchor = day(row.anchor)
  const { state } = row
  if (!anchor) return []
  const isWave = state === 'planned' || state === 'sent' || state === 'reminded'
  return [
    {
      subjectId: row.subject_id,
      anchor,
      accompanimentId: row.accompaniment_id,
      programmeId: row.programme_id,
      engineeringId: row.engineering_id,
      consultantId: row.consultant_id,
      name: row.name,
      partnerAskedOn: day(row.partner_asked_on),
      wave: isWave ? { state, writtenOn: day(row.written_on) } : null,
    },
  ]
}

function selectionOf(trigger: Trigger, today: Day): AnySelection {
  const all: Selections<Trigger> = { ...caseTriggers, ...workTriggers, ...operatorTriggers(today) }
  return all[trigger]
}

function conditions(operatorId: string, group: RuleGroup, selection: AnySelection, which: Which): SQL[] {
  const { owner, where, subject, anchor, wave, partner } = selection
  const found = [sql`${anchor} is not null`, sql`(${selection.stops[group.stop] ?? sql`false`}) is not true`]
  if (where) found.push(sql`(${where})`)
  if (owner) found.push(sql`${owner} = ${operatorId}`)
  else found.push(...ofLiveCases(operatorId, group, selection))
  if ('subjectIds' in which) return [...found, sql`${subject} = any(${sql.param([...which.subjectIds])}::uuid[])`]
  const window = anchorWindow(
    group.rules.map(({ rule }) => rule),
    which.from,
    which.to,
  )
  // A letter of a wave, or to a partner, that left late moves those that follow it.
  const from = wave || partner ? addDays(window.from, -lookBackDays) : window.from
  found.push(sql`${anchor} between ${from}::date and ${window.to}::date`)
  if (which.accompanimentId) found.push(owner ? sql`false` : sql`a.id = ${which.accompanimentId}`)
  return found
}

/** In a state where the rules of its programme ask, neither abandoned nor suspended, and not brought as history. */
function ofLiveCases(operatorId: string, { trigger, rules }: RuleGroup, { anchor, bornAt }: AnySelection): SQL[] {
  const pairs = rules.flatMap(({ programmeId, states }) =>
    programmeId ? states.map(state => [programmeId, state]) : [],
  )
  const column = (at: number) => sql.param(pairs.map(pair => pair[at]))
  return [
    sql`a.operator_id = ${operatorId}`,
    sql`a.abandoned_on is null and a.suspended_on is null`,
    ...(triggers[trigger].where === 'any' ? [] : [sql`a.closed_on is null`]),
    sql`(a.programme_id, a.state) in (select * from unnest(${column(0)}::uuid[], ${column(1)}::text[]))`,
    sql`(not a.imported or ${anchor} > (${bornAt ?? sql`a.created_at`} at time zone 'Europe/Paris')::date)`,
  ]
}

const tables: Record<SubjectKind, SQL> = {
  case: sql`accompaniments`,
  diagnostic: sql`diagnostics`,
  consultation: sql`consultations`,
  contract: sql`engineerings`,
  session: sql`sessions`,
  work: sql`intersession_works`,
  deliverable: sql`deliverables`,
  member: sql`engineering_members`,
  wave: sql`follow_ups`,
  invoice: sql`invoices`,
  evidence: sql`accompaniment_agreements`,
  consent: sql`consents`,
  referral: sql`referrals`,
  provider: sql`providers`,
  agreement: sql`agreements`,
  cohort: sql`cohorts`,
  organisation: sql`organisations`,
}

/** Holds the subject and its case as they are until the transaction ends: what is being written on them is waited for. */
export async function lockSubject(
  { tx, operator }: Asking,
  { trigger, subjectId, accompanimentId }: { trigger: Trigger; subjectId: string; accompanimentId: string | null },
): Promise<void> {
  const hold = (table: SQL, id: string) =>
    tx.execute(sql`select from ${table} where operator_id = ${operator.id} and id = ${id} for share`)
  if (accompanimentId) await hold(tables.case, accompanimentId)
  await hold(tables[triggers[trigger].subject], subjectId)
}
