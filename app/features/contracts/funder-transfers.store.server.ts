import { and, desc, eq } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { funderTransfers } from '#db/schema/contracts.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Transfer } from './contract.ts'

/** What funders have paid of this contract, the latest first. */
export async function transfersOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Transfer[]> {
  const rows = await tx
    .select({ transfer: funderTransfers, code: agreements.code, funder: funders.name })
    .from(funderTransfers)
    .innerJoin(
      agreements,
      and(eq(agreements.operatorId, funderTransfers.operatorId), eq(agreements.id, funderTransfers.agreementId)),
    )
    .innerJoin(funders, and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId)))
    .where(and(eq(funderTransfers.operatorId, operatorId), eq(funderTransfers.engineeringId, engineeringId)))
    .orderBy(desc(funderTransfers.paidOn), desc(funderTransfers.id))
  return rows.flatMap(
    ({ transfer: { id, agreementId, amountCents, reference, overReason, ...transfer }, code, funder }) => {
      const paidOn = day(transfer.paidOn)
      return paidOn
        ? [{ id, agreementId, label: `${code} · ${funder}`, paidOn, amountCents, reference, overReason }]
        : []
    },
  )
}

/** False when this agreement already has a transfer of that reference. */
export async function insertTransfer(
  tx: TenantTx,
  operatorId: string,
  transfer: Omit<Transfer, 'label'> & { engineeringId: string },
): Promise<boolean> {
  const added = await tx
    .insert(funderTransfers)
    .values({ operatorId, ...transfer })
    .onConflictDoNothing({
      target: [
        funderTransfers.operatorId,
        funderTransfers.engineeringId,
        funderTransfers.agreementId,
        funderTransfers.reference,
      ],
    })
    .returning({ id: funderTransfers.id })
  return added.length > 0
}

export async function deleteTransfer(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(funderTransfers).where(and(eq(funderTransfers.operatorId, operatorId), eq(funderTransfers.id, id)))
}
