import { and, asc, eq, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { amendments, deliverableFiles, deliverables, invoices } from '#db/schema/contracts.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Amendment, Deliverable, Invoice } from './contract.ts'

export async function amendmentsOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Amendment[]> {
  const rows = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.operatorId, operatorId), eq(amendments.engineeringId, engineeringId)))
    .orderBy(asc(amendments.rank))
  return rows.flatMap(({ id, rank, signedOn, quartersAdded, centsAdded, endsOnBefore, endsOn, reason }) => {
    const on = day(signedOn)
    const dates = { endsOnBefore: day(endsOnBefore), endsOn: day(endsOn) }
    return on ? [{ id, rank, signedOn: on, quartersAdded, centsAdded, ...dates, reason }] : []
  })
}

export async function insertAmendment(
  tx: TenantTx,
  operatorId: string,
  amendment: Omit<Amendment, 'id'> & { engineeringId: string },
): Promise<void> {
  await tx.insert(amendments).values({ operatorId, id: newId(), ...amendment })
}

export async function deliverablesOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Deliverable[]> {
  const rows = await withFile(tx)
    .where(and(eq(deliverables.operatorId, operatorId), eq(deliverables.engineeringId, engineeringId)))
    .orderBy(sql`${deliverables.dueOn} nulls last`, asc(deliverables.id))
  return rows.map(({ row, file }) => opened(row, file))
}

export async function deliverableById(tx: TenantTx, operatorId: string, id: string): Promise<Deliverable | null> {
  const [found] = await withFile(tx)
    .where(and(eq(deliverables.operatorId, operatorId), eq(deliverables.id, id)))
    .for('update', { of: deliverables })
  return found ? opened(found.row, found.file) : null
}

const withFile = (tx: TenantTx) =>
  tx
    .select({ row: deliverables, file: { name: deliverableFiles.name, size: deliverableFiles.size } })
    .from(deliverables)
    .leftJoin(
      deliverableFiles,
      and(
        eq(deliverableFiles.operatorId, deliverables.operatorId),
        eq(deliverableFiles.deliverableId, deliverables.id),
      ),
    )

function opened(row: typeof deliverables.$inferSelect, file: Deliverable['file']): Deliverable {
  const { id, engineeringId, title, state, address, note, remark, acceptedBy, sharing, version } = row
  return {
    id,
    engineeringId,
    title,
    state,
    address,
    note,
    remark,
    acceptedBy,
    sharing,
    version,
    file,
    dueOn: day(row.dueOn),
    submittedOn: day(row.submittedOn),
    acceptedOn: day(row.acceptedOn),
  }
}

export async function insertDeliverable(
  tx: TenantTx,
  operatorId: string,
  deliverable: { id: string; engineeringId: string; title: string; dueOn: Day | null },
): Promise<void> {
  await tx.insert(deliverables).values({ operatorId, ...deliverable })
}

export async function updateDeliverable(
  tx: TenantTx,
  operatorId: string,
  id: string,
  change: Partial<Omit<Deliverable, 'id' | 'engineeringId' | 'title' | 'file' | 'version'>>,
): Promise<void> {
  await tx
    .update(deliverables)
    .set({ ...change, version: sql`${deliverables.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(deliverables.operatorId, operatorId), eq(deliverables.id, id)))
}

export async function deleteDeliverable(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(deliverables).where(and(eq(deliverables.operatorId, operatorId), eq(deliverables.id, id)))
}

export async function invoicesOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Invoice[]> {
  const rows = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.operatorId, operatorId), eq(invoices.engineeringId, engineeringId)))
    .orderBy(asc(invoices.receivedOn), asc(invoices.id))
  return rows.flatMap(row => {
    const receivedOn = day(row.receivedOn)
    const { id, reference, quarters, amountCents, paymentProof, version } = row
    const paidOn = day(row.paidOn)
    return receivedOn
      ? [{ id, engineeringId, reference, receivedOn, quarters, amountCents, paidOn, paymentProof, version }]
      : []
  })
}

/** False when the engineering already has an invoice of that reference. */
export async function insertInvoice(
  tx: TenantTx,
  operatorId: string,
  invoice: Pick<Invoice, 'id' | 'engineeringId' | 'reference' | 'receivedOn' | 'quarters' | 'amountCents'>,
): Promise<boolean> {
  const made = await tx
    .insert(invoices)
    .values({ operatorId, ...invoice })
    .onConflictDoNothing({ target: [invoices.operatorId, invoices.engineeringId, invoices.reference] })
    .returning({ id: invoices.id })
  return made.length > 0
}

export async function payInvoice(
  tx: TenantTx,
  operatorId: string,
  { id, paidOn, paymentProof }: { id: string; paidOn: Day; paymentProof: string },
): Promise<void> {
  await tx
    .update(invoices)
    .set({ paidOn, paymentProof, version: sql`${invoices.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(invoices.operatorId, operatorId), eq(invoices.id, id)))
}
