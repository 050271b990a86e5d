import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { diagnostics, needs } from '#db/schema/accompaniments.ts'
import type { PersonFunction } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Validation = {
  validatedOn: Day
  validatedByPersonId: string | null
  validatedByName: string
  validatedByFunction: string | null
  validatedAs: PersonFunction
  reservation: string | null
}

/** Validates the text that was read: false when it has changed since, or was validated already. */
export async function writeValidation(
  tx: TenantTx,
  operatorId: string,
  diagnosticId: string,
  version: number,
  validation: Validation,
): Promise<boolean> {
  const rows = await tx
    .update(diagnostics)
    .set({ ...validation, version: version + 1, updatedAt: sql`now()` })
    .where(
      and(
        eq(diagnostics.operatorId, operatorId),
        eq(diagnostics.id, diagnosticId),
        eq(diagnostics.version, version),
        sql`${diagnostics.validatedOn} is null`,
      ),
    )
    .returning({ id: diagnostics.id })
  return rows.length > 0
}

export async function writeNeedReservations(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  said: readonly { id: string; reservation: string | null }[],
): Promise<void> {
  for (const { id, reservation } of said)
    if (reservation)
      await tx
        .update(needs)
        .set({ reservation })
        .where(and(eq(needs.operatorId, operatorId), eq(needs.accompanimentId, accompanimentId), eq(needs.id, id)))
}
