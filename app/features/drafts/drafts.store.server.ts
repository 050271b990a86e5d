import { and, eq, lt, or, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { TenantTx } from '#db/tenant.ts'

type Owned = { operatorId: string; userId: string; place: string }

export const draftsAt = (tx: TenantTx, { operatorId, userId, place }: Owned) =>
  tx
    .select({ form: drafts.form, sealed: drafts.sealed, savedAt: drafts.savedAt, version: drafts.version })
    .from(drafts)
    .where(and(eq(drafts.operatorId, operatorId), eq(drafts.userId, userId), eq(drafts.place, place)))

/** The version now kept, or null when another page has written this draft since. */
export async function writeDraft(
  tx: TenantTx,
  of: Owned & { form: string },
  { known, ...written }: { known: number; tab: string; sealed: string; savedAt: Date },
): Promise<number | null> {
  const [kept] = await tx
    .update(drafts)
    .set({ ...written, version: sql`${drafts.version} + 1`, updatedAt: sql`now()` })
    .where(and(ofForm(of), or(eq(drafts.version, known), eq(drafts.tab, written.tab))))
    .returning({ version: drafts.version })
  if (kept || known > 0) return kept?.version ?? null
  const [begun] = await tx
    .insert(drafts)
    .values({ ...of, id: newId(), ...written })
    .onConflictDoNothing()
    .returning({ version: drafts.version })
  return begun?.version ?? null
}

export async function removeDraft(tx: TenantTx, of: Owned & { form: string }): Promise<void> {
  await tx.delete(drafts).where(ofForm(of))
}

/** Of everybody: only the system reaches them. */
export async function removeDraftsBefore(tx: TenantTx, operatorId: string, limit: Date): Promise<number> {
  const gone = await tx
    .delete(drafts)
    .where(and(eq(drafts.operatorId, operatorId), lt(drafts.savedAt, limit)))
    .returning({ id: drafts.id })
  return gone.length
}

const ofForm = ({ operatorId, userId, place, form }: Owned & { form: string }) =>
  and(eq(drafts.operatorId, operatorId), eq(drafts.userId, userId), eq(drafts.place, place), eq(drafts.form, form))
