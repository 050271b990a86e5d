import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { normaliseName } from '#app/kernel/names.ts'
import { agreements, funders, targets } from '#db/schema/agreements.ts'
import { bulkUpsert, nextVersion } from '#db/schema/bulk.ts'
import type { TenantTx } from '#db/tenant.ts'
import { firstSpelling } from './first-spelling.ts'
import type { Parent } from './parent-refs.ts'
import type { Counts } from './report.ts'
import type { AgreementRow } from './rows.ts'
import { becameOf, type Settled, type SettlingRow } from './settling.ts'

/** Makes agreements of these rows: a code that the operator already has, wherever it comes from, is that agreement. */
export async function settleAgreements(
  tx: TenantTx,
  operatorId: string,
  rows: SettlingRow<'conventions', AgreementRow>[],
  mayWrite: () => boolean,
): Promise<Settled[]> {
  const present = await agreementsByCode(
    tx,
    operatorId,
    rows.map(({ row }) => row.ref),
  )
  const settled = rows.map(({ row, hash, known, line }) => {
    const { ref, programmes, departments } = row
    const id = present.get(ref)?.id
    const parent = { id: id ?? newId(), line, scope: { programmes, departments } }
    return { ref, hash, outcome: becameOf(known, hash, id !== undefined), parent, row }
  })
  const changed = settled.filter(({ outcome }) => outcome !== 'unchanged')
  if (!mayWrite() || changed.length === 0) return settled
  const funderIds = await fundersByName(
    tx,
    operatorId,
    changed.map(({ row }) => row.funder),
  )
  const written = changed.map(({ row: { ref, funder, ...row }, parent }) => ({
    operatorId,
    id: parent.id,
    code: ref,
    funderId: funderIds.get(normaliseName(funder)) ?? '',
    ...row,
  }))
  await tx.execute(
    bulkUpsert(agreements, written, {
      key: ['operatorId', 'id'],
      replaced: ['funderId', 'startsOn', 'endsOn', 'amountCents', 'programmes', 'departments'],
      also: nextVersion(agreements),
    }),
  )
  return settled
}

/** Those of the operator under these codes. */
export async function agreementsByCode(
  tx: TenantTx,
  operatorId: string,
  codes: string[],
): Promise<Map<string, Parent & { id: string }>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .select({
      id: agreements.id,
      code: agreements.code,
      programmes: agreements.programmes,
      departments: agreements.departments,
    })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), inArray(agreements.code, codes)))
  return new Map(rows.map(({ code, id, ...scope }) => [code, { id, line: null, scope }]))
}

/** The ids of the funders of these names; who is not known is added under the name as it was first written. */
async function fundersByName(tx: TenantTx, operatorId: string, names: string[]): Promise<Map<string, string>> {
  const byMatch = firstSpelling(names)
  if (byMatch.size === 0) return new Map()
  await tx
    .insert(funders)
    .values([...byMatch].map(([matchName, name]) => ({ operatorId, id: newId(), name, matchName })))
    .onConflictDoNothing({ target: [funders.operatorId, funders.matchName] })
  const rows = await tx
    .select({ id: funders.id, matchName: funders.matchName })
    .from(funders)
    .where(and(eq(funders.operatorId, operatorId), inArray(funders.matchName, [...byMatch.keys()])))
  return new Map(rows.map(row => [row.matchName, row.id]))
}

/** Sets the targets that differ from what stands, whoever set them first. Each agreement, year and indicator comes once. */
export async function settleTargets(
  tx: TenantTx,
  operatorId: string,
  rows: { agreementId: string; year: number; indicator: string; value: number }[],
  mayWrite: () => boolean,
): Promise<Partial<Counts>> {
  const agreementIds = [...new Set(rows.map(row => row.agreementId))].filter(id => id !== '')
  const standing = await tx
    .select({
      agreementId: targets.agreementId,
      year: targets.year,
      indicator: targets.indicator,
      value: targets.value,
    })
    .from(targets)
    .where(and(eq(targets.operatorId, operatorId), inArray(targets.agreementId, agreementIds)))
  const keyOf = (row: Omit<(typeof standing)[number], 'value'>) => `${row.agreementId} ${row.year} ${row.indicator}`
  const values = new Map(standing.map(row => [keyOf(row), row.value]))
  const changed = rows.filter(row => values.get(keyOf(row)) !== row.value)
  const created = changed.filter(row => !values.has(keyOf(row))).length
  const written = changed.map(({ agreementId, year, indicator, value }) => {
    return { operatorId, id: newId(), agreementId, year, indicator, value }
  })
  if (mayWrite() && written.length > 0)
    await tx.execute(
      bulkUpsert(targets, written, {
        key: ['operatorId', 'agreementId', 'year', 'indicator'],
        replaced: ['value'],
        also: nextVersion(targets),
      }),
    )
  return { created, updated: changed.length - created, unchanged: rows.length - changed.length }
}
