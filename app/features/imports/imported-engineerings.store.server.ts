import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { normaliseName } from '#app/kernel/names.ts'
import { bulkInsert, bulkUpsert, nextVersion } from '#db/schema/bulk.ts'
import { engineeringMembers, engineerings, providers } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import { firstSpelling } from './first-spelling.ts'
import { differenceOf } from './pairs.ts'
import type { EngineeringRow } from './rows.ts'
import { becameOf, type Settled, type SettlingRow } from './settling.ts'

/** Makes engineerings of these rows, each with the cases that it names and no other. `caseOf` finds a case by its ref. */
export async function settleEngineerings(
  tx: TenantTx,
  operatorId: string,
  rows: SettlingRow<'ingenieries', EngineeringRow>[],
  caseOf: (ref: string) => string | null,
  mayWrite: () => boolean,
): Promise<Settled[]> {
  const present = await presentEngineerings(
    tx,
    operatorId,
    rows.flatMap(({ known }) => known?.subjectId ?? []),
  )
  const settled = rows.map(({ row, hash, known, line }) => {
    const isThere = known !== undefined && present.has(known.subjectId)
    const parent = { id: isThere ? known.subjectId : newId(), line }
    return { ref: row.ref, hash, outcome: becameOf(known, hash, isThere), parent, row }
  })
  const changed = settled.filter(({ outcome }) => outcome !== 'unchanged')
  if (!mayWrite() || changed.length === 0) return settled
  const providerIds = await providersByName(
    tx,
    operatorId,
    changed.flatMap(({ row }) => row.provider ?? []),
  )
  const written = changed.map(({ row: { ref: _ref, accompaniments: _members, provider, ...row }, parent }) => ({
    operatorId,
    id: parent.id,
    providerId: provider === null ? null : (providerIds.get(normaliseName(provider)) ?? null),
    state: row.paidOn ? ('paid' as const) : row.signedOn ? ('signed' as const) : ('draft' as const),
    ...row,
  }))
  await tx.execute(
    bulkUpsert(engineerings, written, {
      key: ['operatorId', 'id'],
      replaced: ['kind', 'providerId', 'state', 'signedOn', 'daysOrdered', 'amountCents', 'paidOn'],
      also: nextVersion(engineerings),
    }),
  )
  const pairs = changed.flatMap(({ row, parent }) =>
    row.accompaniments.flatMap(ref => {
      const member = caseOf(ref)
      return member === null ? [] : [{ left: parent.id, right: member }]
    }),
  )
  await setMembers(
    tx,
    operatorId,
    changed.map(({ parent }) => parent.id),
    pairs,
  )
  return settled
}

export async function presentEngineerings(tx: TenantTx, operatorId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: engineerings.id })
    .from(engineerings)
    .where(and(eq(engineerings.operatorId, operatorId), inArray(engineerings.id, ids)))
  return new Set(rows.map(row => row.id))
}

async function providersByName(tx: TenantTx, operatorId: string, names: string[]): Promise<Map<string, string>> {
  const byMatch = firstSpelling(names)
  if (byMatch.size === 0) return new Map()
  await tx
    .insert(providers)
    .values([...byMatch].map(([matchName, name]) => ({ operatorId, id: newId(), name, matchName })))
    .onConflictDoNothing({ target: [providers.operatorId, providers.matchName] })
  const rows = await tx
    .select({ id: providers.id, matchName: providers.matchName })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), inArray(providers.matchName, [...byMatch.keys()])))
  return new Map(rows.map(row => [row.matchName, row.id]))
}

async function setMembers(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: string[],
  pairs: { left: string; right: string }[],
): Promise<void> {
  const table = engineeringMembers
  const known = await tx
    .select({ id: table.id, left: table.engineeringId, right: table.accompanimentId })
    .from(table)
    .where(and(eq(table.operatorId, operatorId), inArray(table.engineeringId, engineeringIds)))
  const { gone, added } = differenceOf(known, pairs)
  if (gone.length > 0) await tx.delete(table).where(and(eq(table.operatorId, operatorId), inArray(table.id, gone)))
  const written = added.map(({ left, right }) => {
    return { operatorId, id: newId(), engineeringId: left, accompanimentId: right }
  })
  if (written.length > 0) await tx.execute(bulkInsert(table, written))
}

/** The cases that are members of these engineerings. */
export async function membersOf(tx: TenantTx, operatorId: string, engineeringIds: string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: engineeringMembers.accompanimentId })
    .from(engineeringMembers)
    .where(
      and(eq(engineeringMembers.operatorId, operatorId), inArray(engineeringMembers.engineeringId, engineeringIds)),
    )
  return rows.map(row => row.id)
}
