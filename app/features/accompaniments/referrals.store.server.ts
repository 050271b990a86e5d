import { and, desc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { referrals } from '#db/schema/referrals.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Referral = typeof referrals.$inferSelect

export async function insertReferral(
  tx: TenantTx,
  operatorId: string,
  values: Pick<Referral, 'accompanimentId' | 'sentTo' | 'reason' | 'sentOn' | 'expectedOn'>,
): Promise<string> {
  const id = newId()
  await tx.insert(referrals).values({ operatorId, id, ...values })
  return id
}

export async function referralOf(
  tx: TenantTx,
  operatorId: string,
  number: string,
  referralId: string,
): Promise<Referral | null> {
  const [row] = await tx
    .select({ referral: referrals })
    .from(referrals)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, referrals.operatorId), eq(accompaniments.id, referrals.accompanimentId)),
    )
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.id, referralId), eq(accompaniments.number, number)))
  return row?.referral ?? null
}

export async function referralsOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Referral[]> {
  return tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.accompanimentId, accompanimentId)))
    .orderBy(desc(referrals.sentOn), desc(referrals.id))
}

/** False when the version has moved. */
export async function writeAnswer(
  tx: TenantTx,
  operatorId: string,
  referralId: string,
  version: number,
  answer: Pick<Referral, 'answer' | 'answeredOn' | 'outcome'>,
): Promise<boolean> {
  const rows = await tx
    .update(referrals)
    .set({ ...answer, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.id, referralId), eq(referrals.version, version)))
    .returning({ id: referrals.id })
  return rows.length > 0
}
