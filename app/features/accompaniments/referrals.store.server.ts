import { and, desc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { referrals } from '#db/schema/referrals.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Referral = typeof referrals.$inferSelect

export async function insertReferral(
  tx: TenantTx,
  operatorId: string,
  values: Pick<Referral, 'accompanimentId' | 'sentTo' | 'reason' | 'sentOn' | 'expectedOn'>,
): Promise<Pick<Referral, 'id' | 'accompanimentId' | 'version' | 'partnerEmail'>> {
  const id = newId()
  await tx.insert(referrals).values({ operatorId, id, ...values })
  return { id, accompanimentId: values.accompanimentId, version: 1, partnerEmail: null }
}

export async function referralOf(
  tx: TenantTx,
  operatorId: string,
  number: string,
  referralId: string,
  { lock = false } = {},
): Promise<Referral | null> {
  const query = tx
    .select({ referral: referrals })
    .from(referrals)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, referrals.operatorId), eq(accompaniments.id, referrals.accompanimentId)),
    )
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.id, referralId), eq(accompaniments.number, number)))
  const [row] = await (lock ? query.for('update', { of: referrals }) : query)
  return row?.referral ?? null
}

/** The last sent first, each with the name of who noted its answer. */
export async function referralsOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<(Referral & { noter: string | null })[]> {
  const rows = await tx
    .select({ referral: referrals, noter: users.name })
    .from(referrals)
    .leftJoin(users, eq(users.id, referrals.notedBy))
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.accompanimentId, accompanimentId)))
    .orderBy(desc(referrals.sentOn), desc(referrals.id))
  return rows.map(({ referral, noter }) => ({ ...referral, noter }))
}

/** False when the version has moved. */
export async function writeAnswer(
  tx: TenantTx,
  operatorId: string,
  referralId: string,
  version: number,
  answer: Pick<Referral, 'answer' | 'answeredOn' | 'word' | 'notedBy' | 'outcome'>,
): Promise<boolean> {
  const rows = await tx
    .update(referrals)
    .set({ ...answer, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(referrals.operatorId, operatorId), eq(referrals.id, referralId), eq(referrals.version, version)))
    .returning({ id: referrals.id })
  return rows.length > 0
}
