import { and, eq, sql } from 'drizzle-orm'
import { type Programme, programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, caseNumbers } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Accompaniment = typeof accompaniments.$inferSelect
/** A case with the version of the programme that it was opened with. */
export type Case = { row: Accompaniment; programme: Programme }

/**
 * The next number of the operator's year, `2025-0042`. The row stays locked until the transaction ends, so two openings
 * at once take two numbers, and one that is rolled back leaves no hole. Past 9999 a number is five digits long.
 */
export async function nextNumber(tx: TenantTx, operatorId: string, year: number): Promise<string> {
  const [number] = await nextNumbers(tx, operatorId, year, 1)
  return number ?? ''
}

/** Several of them at once, in their order: what an import takes. */
export async function nextNumbers(tx: TenantTx, operatorId: string, year: number, count: number): Promise<string[]> {
  const [row] = await tx
    .insert(caseNumbers)
    .values({ operatorId, id: newId(), year, last: count })
    .onConflictDoUpdate({
      target: [caseNumbers.operatorId, caseNumbers.year],
      set: { last: sql`${caseNumbers.last} + ${count}` },
    })
    .returning({ last: caseNumbers.last })
  const last = row?.last ?? count
  return Array.from({ length: count }, (_, rank) => `${year}-${String(last - count + rank + 1).padStart(4, '0')}`)
}

export async function caseByNumber(tx: TenantTx, operatorId: string, number: string): Promise<Case | null> {
  const [row] = await tx
    .select()
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.number, number)))
  return withProgramme(tx, operatorId, row)
}

/** Locked: a transition is judged on facts that nobody changes meanwhile. */
export async function lockCase(tx: TenantTx, operatorId: string, number: string): Promise<Case | null> {
  const [row] = await tx
    .select()
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.number, number)))
    .for('update')
  return withProgramme(tx, operatorId, row)
}

export async function lockCaseById(tx: TenantTx, operatorId: string, id: string): Promise<Case | null> {
  const [row] = await tx
    .select()
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, id)))
    .for('update')
  return withProgramme(tx, operatorId, row)
}

async function withProgramme(tx: TenantTx, operatorId: string, row: Accompaniment | undefined): Promise<Case | null> {
  const programme = row ? await programmeById(tx, operatorId, row.programmeId) : null
  return row && programme ? { row, programme } : null
}

/** What belongs to no version: state, dates of events, who is in charge. Under the lock of the case. */
export async function setOnCase(
  tx: TenantTx,
  operatorId: string,
  id: string,
  values: Partial<Omit<Accompaniment, 'id' | 'operatorId' | 'number' | 'version'>>,
): Promise<void> {
  if (Object.keys(values).length === 0) return
  await tx
    .update(accompaniments)
    .set(values)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, id)))
}

/** Texts that a person wrote on the version that she read; false when it has moved. */
export async function editCase(
  tx: TenantTx,
  operatorId: string,
  id: string,
  version: number,
  values: Partial<Omit<Accompaniment, 'id' | 'operatorId' | 'number' | 'version'>>,
): Promise<boolean> {
  const rows = await tx
    .update(accompaniments)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(
      and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, id), eq(accompaniments.version, version)),
    )
    .returning({ id: accompaniments.id })
  return rows.length > 0
}
