import { and, eq } from 'drizzle-orm'
import { funderLogos } from '#db/schema/agreements.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The logo of a funder; null: it gave none. */
export async function logoOf(tx: TenantTx, operatorId: string, funderId: string) {
  const [row] = await tx
    .select({ id: funderLogos.id, name: funderLogos.name, kind: funderLogos.kind })
    .from(funderLogos)
    .where(and(eq(funderLogos.operatorId, operatorId), eq(funderLogos.funderId, funderId)))
  return row ?? null
}

type NewLogo = Omit<typeof funderLogos.$inferInsert, 'operatorId' | 'createdAt'>

/** The bytes of the one before are swept once nothing stands for them. */
export async function replaceLogo(tx: TenantTx, operatorId: string, logo: NewLogo): Promise<void> {
  await dropLogo(tx, operatorId, logo.funderId)
  await tx.insert(funderLogos).values({ operatorId, ...logo })
}

export async function dropLogo(tx: TenantTx, operatorId: string, funderId: string): Promise<void> {
  await tx.delete(funderLogos).where(and(eq(funderLogos.operatorId, operatorId), eq(funderLogos.funderId, funderId)))
}
