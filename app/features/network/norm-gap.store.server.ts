import { and, desc, eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { normGapNotes } from '#db/schema/network.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

const t = normGapNotes

/** The writings of the note, the one that stands first. */
export async function normGapOf(tx: TenantTx, operatorId: string, organisationId: string) {
  return tx
    .select({
      id: t.id,
      version: t.version,
      difference: t.difference,
      acceptedBecause: t.acceptedBecause,
      author: users.name,
      at: t.createdAt,
    })
    .from(t)
    .leftJoin(users, eq(users.id, t.authorId))
    .where(and(eq(t.operatorId, operatorId), eq(t.organisationId, organisationId)))
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(50)
}

export async function insertNormGap(
  tx: TenantTx,
  row: {
    operatorId: string
    organisationId: string
    version: number
    difference: string
    acceptedBecause: string
    authorId: string | null
    createdAt: Date
  },
): Promise<void> {
  await tx.insert(t).values({ id: newId(), ...row })
}
