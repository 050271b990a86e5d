import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments, referrals } from '#db/schema/accompaniments.ts'
import { engineeringMembers, sessions } from '#db/schema/engineerings.ts'
import { excluded } from '#db/schema/excluded.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { events } from '#db/schema/journal.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { TenantTx } from '#db/tenant.ts'
import { caseValues, openingYear } from './case-plan.ts'
import { type CaseFacts, derivedState, stateAfterImport } from './derived-state.ts'
import { differenceOf, type Pair } from './pairs.ts'
import type { AccompanimentRow } from './rows.ts'
import { becameOf, type Settled, type SettlingRow } from './settling.ts'

type PresentCase = { id: string; programme: { id: string; code: string }; organisationId: string | null }

/** How a case finds what its row names, once that was found not to be wrong. */
export type CaseLights = {
  now: Date
  today: Day
  organisationOf: (ref: string) => string | null
  agreementOf: (code: string) => string | null
  programmeOf: (code: string) => string
  members: (emails: string[]) => Promise<Map<string, string>>
  numbers: (year: number, count: number) => Promise<string[]>
  mayWrite: () => boolean
}
type CaseSettling = SettlingRow<'accompagnements', AccompanimentRow>

/** Makes cases of these rows, in their order. `changed` are the ids of those that were written. */
export async function settleAccompaniments(
  tx: TenantTx,
  operatorId: string,
  found: CaseSettling[],
  lights: CaseLights,
): Promise<{ settled: Settled[]; changed: string[] }> {
  const present = await presentCases(
    tx,
    operatorId,
    found.flatMap(({ known }) => known?.subjectId ?? []),
  )
  const settled = found.map(({ row, line, hash, known }) => {
    const before = known && present.get(known.subjectId)
    const organisationId = row.structure === null ? null : lights.organisationOf(row.structure)
    const parent = { id: before?.id ?? newId(), line, organisationId }
    return { ref: row.ref, hash, outcome: becameOf(known, hash, before !== undefined), parent, row, before }
  })
  const changed = settled.filter(({ outcome }) => outcome !== 'unchanged')
  if (!lights.mayWrite() || changed.length === 0) return { settled, changed: [] }
  const members = await lights.members([...new Set(changed.flatMap(({ row }) => row.practitioner ?? []))])
  const numbers = await numbersFor(
    changed.flatMap(({ outcome, row }) => (outcome === 'created' ? [row] : [])),
    lights,
  )
  const values = changed.map(({ row, parent, before }) =>
    caseValues(parent.id, numbers.get(row.ref) ?? '', row, lights.today, {
      organisationId: parent.organisationId,
      // A case keeps the version of the programme that it was opened with.
      programmeId: before?.programme.code === row.programme ? before.programme.id : lights.programmeOf(row.programme),
      practitionerId: (row.practitioner === null ? null : members.get(row.practitioner)) ?? null,
    }),
  )
  await writeCases(tx, operatorId, values)
  const ids = changed.map(({ parent }) => parent.id)
  const links = changed.flatMap(({ row, parent }) =>
    row.agreements.flatMap(code => {
      const right = lights.agreementOf(code)
      return right === null ? [] : [{ left: parent.id, right }]
    }),
  )
  await setCaseAgreements(tx, operatorId, ids, links)
  const seen = changed.map(({ ref, parent, outcome }) => ({ id: parent.id, ref, isNew: outcome === 'created' }))
  await writeImportEvents(tx, operatorId, lights.now, lights.today, seen)
  return { settled, changed: ids }
}

/** Numbers by ref, in the order of the file, year by year. */
async function numbersFor(
  created: AccompanimentRow[],
  { numbers, today }: Pick<CaseLights, 'numbers' | 'today'>,
): Promise<Map<string, string>> {
  const byYear = new Map<number, string[]>()
  for (const row of created) {
    const year = openingYear(row, today)
    byYear.set(year, [...(byYear.get(year) ?? []), row.ref])
  }
  const given = new Map<string, string>()
  for (const [year, refs] of byYear) {
    const reserved = await numbers(year, refs.length)
    for (const [rank, ref] of refs.entries()) given.set(ref, reserved[rank] ?? '')
  }
  return given
}

/** The cases that earlier imports made, those that still exist. */
export async function presentCases(tx: TenantTx, operatorId: string, ids: string[]): Promise<Map<string, PresentCase>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: accompaniments.id,
      programme: { id: programmes.id, code: programmes.code },
      organisationId: accompaniments.organisationId,
    })
    .from(accompaniments)
    .innerJoin(programmes, and(eq(programmes.operatorId, operatorId), eq(programmes.id, accompaniments.programmeId)))
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  return new Map(rows.map(row => [row.id, row]))
}

type ImportedCase = Omit<typeof accompaniments.$inferInsert, 'operatorId' | 'createdAt' | 'updatedAt' | 'imported'>

async function writeCases(tx: TenantTx, operatorId: string, rows: ImportedCase[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(accompaniments)
    .values(rows.map(row => ({ operatorId, imported: true, ...row })))
    .onConflictDoUpdate({
      target: [accompaniments.operatorId, accompaniments.id],
      set: {
        ...excluded(
          'organisationId',
          'programmeId',
          'practitionerId',
          'channel',
          'requestedOn',
          'intakeOn',
          'diagnosticValidatedOn',
          'committeeOn',
          'opinion',
          'planApprovedOn',
          'restitutionOn',
          'closedOn',
          'outcome',
          'abandonedOn',
          'abandonReason',
          'imported',
        ),
        version: sql`${accompaniments.version} + 1`,
        updatedAt: sql`now()`,
      },
    })
}

/** The agreements that each of these cases names, and no other. */
async function setCaseAgreements(tx: TenantTx, operatorId: string, cases: string[], pairs: Pair[]): Promise<void> {
  const table = accompanimentAgreements
  const known = await tx
    .select({ id: table.id, left: table.accompanimentId, right: table.agreementId })
    .from(table)
    .where(and(eq(table.operatorId, operatorId), inArray(table.accompanimentId, cases)))
  const { gone, added } = differenceOf(known, pairs)
  if (gone.length > 0) await tx.delete(table).where(and(eq(table.operatorId, operatorId), inArray(table.id, gone)))
  if (added.length > 0)
    await tx
      .insert(table)
      .values(added.map(({ left, right }) => ({ operatorId, id: newId(), accompanimentId: left, agreementId: right })))
}

/** History says that the case comes from a folder; what it holds is in its own columns. */
async function writeImportEvents(
  tx: TenantTx,
  operatorId: string,
  at: Date,
  today: string,
  cases: { id: string; ref: string; isNew: boolean }[],
): Promise<void> {
  if (cases.length === 0) return
  await tx.insert(events).values(
    cases.map(({ id, ref, isNew }) => ({
      operatorId,
      id: newId(),
      name: isNew ? 'accompaniment.imported' : 'accompaniment.imported-again',
      subjectKind: 'accompaniment',
      subjectId: id,
      accompanimentId: id,
      actorKind: 'system',
      actorName: 'import',
      happenedOn: today,
      at,
      data: { ref },
    })),
  )
}

/** Puts cases in the state that their facts say, those read from other files included. `written` had their own row written. */
export async function settleStates(
  tx: TenantTx,
  operatorId: string,
  ids: string[],
  written: ReadonlySet<string>,
  today: string,
): Promise<void> {
  const rows = await factsOfCases(tx, operatorId, ids)
  const moved = rows.flatMap(({ id, state, stateSince, facts }) => {
    const derived = derivedState(facts)
    const after = stateAfterImport(state, derived.state, written.has(id))
    const since = after === derived.state ? (derived.since ?? today) : stateSince
    return after === state && since === stateSince ? [] : [{ id, state: after, since }]
  })
  await setStates(tx, operatorId, moved)
}

type CaseAndFacts = { id: string; state: string; stateSince: string; facts: CaseFacts }

/** What each case is known by, its referrals and the sessions of its engineerings included. */
async function factsOfCases(tx: TenantTx, operatorId: string, ids: string[]): Promise<CaseAndFacts[]> {
  const rows = await tx
    .select({
      id: accompaniments.id,
      state: accompaniments.state,
      stateSince: accompaniments.stateSince,
      requestedOn: accompaniments.requestedOn,
      intakeOn: accompaniments.intakeOn,
      diagnosticValidatedOn: accompaniments.diagnosticValidatedOn,
      planApprovedOn: accompaniments.planApprovedOn,
      restitutionOn: accompaniments.restitutionOn,
      closedOn: accompaniments.closedOn,
      abandonedOn: accompaniments.abandonedOn,
    })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  const referred = await tx
    .select({ id: referrals.accompanimentId, on: sql<string | null>`min(${referrals.sentOn})` })
    .from(referrals)
    .where(and(eq(referrals.operatorId, operatorId), inArray(referrals.accompanimentId, ids)))
    .groupBy(referrals.accompanimentId)
  const held = await tx
    .select({ id: engineeringMembers.accompanimentId, on: sql<string | null>`min(${sessions.heldOn})` })
    .from(engineeringMembers)
    .innerJoin(
      sessions,
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.engineeringId, engineeringMembers.engineeringId),
        eq(sessions.status, 'held'),
      ),
    )
    .where(and(eq(engineeringMembers.operatorId, operatorId), inArray(engineeringMembers.accompanimentId, ids)))
    .groupBy(engineeringMembers.accompanimentId)
  const referralOf = new Map(referred.map(row => [row.id, { on: day(row.on) }]))
  const heldOf = new Map(held.map(row => [row.id, { on: day(row.on) }]))
  return rows.map(({ id, state, stateSince, ...days }) => ({
    id,
    state,
    stateSince,
    facts: {
      requestedOn: day(days.requestedOn),
      intakeOn: day(days.intakeOn),
      diagnosticValidatedOn: day(days.diagnosticValidatedOn),
      planApprovedOn: day(days.planApprovedOn),
      restitutionOn: day(days.restitutionOn),
      closedOn: day(days.closedOn),
      abandonedOn: day(days.abandonedOn),
      referral: referralOf.get(id) ?? null,
      heldSession: heldOf.get(id) ?? null,
    },
  }))
}

async function setStates(
  tx: TenantTx,
  operatorId: string,
  rows: { id: string; state: string; since: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ id, state, since }) => sql`(${id}::uuid, ${state}::text, ${since}::date)`)
  await tx.execute(sql`
    update accompaniments set state = derived.state, state_since = derived.since
    from (values ${sql.join(values, sql`, `)}) as derived (id, state, since)
    where accompaniments.operator_id = ${operatorId} and accompaniments.id = derived.id`)
}

/** Which of these cases have a wave twice. */
export async function repeatedWaves(
  tx: TenantTx,
  operatorId: string,
  ids: string[],
): Promise<{ id: string; wave: string }[]> {
  return tx
    .select({ id: followUps.accompanimentId, wave: followUps.wave })
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), inArray(followUps.accompanimentId, ids)))
    .groupBy(followUps.accompanimentId, followUps.wave)
    .having(sql`count(*) > 1`)
}
