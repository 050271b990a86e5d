import { and, eq, inArray, sql } from 'drizzle-orm'
import { changesBetween } from '#app/features/history/changes.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { bulkInsert, bulkUpsert, nextVersion } from '#db/schema/bulk.ts'
import { engineeringMembers, sessions } from '#db/schema/engineerings.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { programmes } from '#db/schema/programmes.ts'
import { referrals } from '#db/schema/referrals.ts'
import type { TenantTx } from '#db/tenant.ts'
import { caseValues, openingYear } from './case-plan.ts'
import { type CaseFacts, derivedState, stateAfterImport } from './derived-state.ts'
import { codesOfCases, type Overwritten, overwrittenBy, writeImportEvents } from './imported-changes.store.server.ts'
import { differenceOf, type Pair } from './pairs.ts'
import type { AccompanimentRow } from './rows.ts'
import { becameOf, type Settled, type SettlingRow } from './settling.ts'

type PresentCase = { id: string; programme: { id: string; code: string }; organisationId: string | null }

/** How a case finds what its row names, once that was found not to be wrong. */
export type CaseLights = {
  now: Date
  today: Day
  organisationOf: (ref: string) => string | null
  agreementOf: (code: string) => string | undefined
  programmeOf: (code: string) => string
  members: (emails: string[]) => Promise<Map<string, string>>
  numbers: (year: number, count: number) => Promise<string[]>
  mayWrite: () => boolean
}
type CaseSettling = SettlingRow<'accompagnements', AccompanimentRow>

/** Makes cases of these rows, in their order. `written` are those that were, with the agreements that each names. */
export async function settleAccompaniments(
  tx: TenantTx,
  operatorId: string,
  found: CaseSettling[],
  lights: CaseLights,
): Promise<{ settled: Settled[]; written: WrittenCase[] }> {
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
  if (!lights.mayWrite() || changed.length === 0) return { settled, written: [] }
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
  const known = new Set(changed.flatMap(({ before }) => before?.id ?? []))
  const overwritten = await overwrittenBy(
    tx,
    operatorId,
    values.filter(({ id }) => known.has(id)),
  )
  await writeCases(tx, operatorId, values)
  const written = changed.map(({ row, parent, outcome }) => ({
    id: parent.id,
    isNew: outcome === 'created',
    overwritten: overwritten.get(parent.id) ?? null,
    agreementIds: row.agreements.flatMap(code => lights.agreementOf(code) ?? []),
  }))
  return { settled, written }
}

export type WrittenCase = { id: string; isNew: boolean; overwritten: Overwritten | null; agreementIds: string[] }

/**
 * Links cases to their agreements and tells history where they come from. Called once every case is there: PostgreSQL
 * plans the check of a foreign key at its first use, and a plan made for an empty table reads it all for each row.
 */
export async function settleWrittenCases(
  tx: TenantTx,
  operatorId: string,
  cases: WrittenCase[],
  { now, today }: Pick<CaseLights, 'now' | 'today'>,
): Promise<void> {
  const pairs = cases.flatMap(({ id, agreementIds }) => agreementIds.map(right => ({ left: id, right })))
  const known = cases.flatMap(({ id, isNew }) => (isNew ? [] : [id]))
  const before = await codesOfCases(tx, operatorId, known)
  await setCaseAgreements(
    tx,
    operatorId,
    cases.map(({ id }) => id),
    pairs,
  )
  const after = await codesOfCases(tx, operatorId, known)
  const told = cases.map(({ id, isNew, overwritten }) => {
    const paid = changesBetween({ agreements: before.get(id) }, { agreements: after.get(id) })
    const data = isNew ? {} : { ...overwritten, changes: { ...overwritten?.changes, ...paid } }
    const name = isNew ? 'accompaniment.imported' : 'accompaniment.imported-again'
    return { name, subjectKind: 'accompaniment', subjectId: id, accompanimentId: id, data }
  })
  await writeImportEvents(tx, operatorId, { now, today }, told)
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
  const written = rows.map(row => ({ operatorId, imported: true, ...row }))
  await tx.execute(
    bulkUpsert(accompaniments, written, {
      key: ['operatorId', 'id'],
      replaced: [
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
      ],
      also: nextVersion(accompaniments),
    }),
  )
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
  const written = added.map(({ left, right }) => {
    return { operatorId, id: newId(), accompanimentId: left, agreementId: right }
  })
  if (written.length > 0) await tx.execute(bulkInsert(table, written))
}

/** Puts cases in the state that their facts say, those read from other files included. `written` had their own row written. */
export async function settleStates(
  tx: TenantTx,
  operatorId: string,
  ids: string[],
  written: ReadonlyMap<string, unknown>,
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
  const held = await heldSessions(tx, operatorId, ids)
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

/** The first held session of each case that has one. Engineering by engineering, for the reason told in `holdImport`. */
async function heldSessions(tx: TenantTx, operatorId: string, ids: string[]) {
  const first = tx
    .select({ on: sql<string | null>`min(${sessions.heldOn})`.as('first_on'), count: sql<number>`count(*)`.as('held') })
    .from(sessions)
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.engineeringId, engineeringMembers.engineeringId),
        eq(sessions.status, 'held'),
      ),
    )
    .as('first')
  return tx
    .select({ id: engineeringMembers.accompanimentId, on: sql<string | null>`min(${first.on})` })
    .from(engineeringMembers)
    .innerJoinLateral(first, sql`${first.count} > 0`)
    .where(and(eq(engineeringMembers.operatorId, operatorId), inArray(engineeringMembers.accompanimentId, ids)))
    .groupBy(engineeringMembers.accompanimentId)
}

/** An upsert that never inserts: it finds each row by its key, whatever PostgreSQL believes of the table's size. */
async function setStates(
  tx: TenantTx,
  operatorId: string,
  rows: { id: string; state: string; since: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const written = rows.map(({ id, state, since }) => {
    return { operatorId, id, state, stateSince: since, number: '', programmeId: id }
  })
  await tx.execute(
    bulkUpsert(accompaniments, written, { key: ['operatorId', 'id'], replaced: ['state', 'stateSince'] }),
  )
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
