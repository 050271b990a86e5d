import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { expertReviews } from '#db/schema/expert-reviews.ts'
import { links } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import { budgets, type Copy, outcomes, type Part, type ReviewOutcome, sizes, textKeys } from './expert-review.ts'

const t = expertReviews
export type ReviewRow = typeof expertReviews.$inferSelect
export type Review = Omit<ReviewRow, 'copy' | 'outcome'> & { copy: Copy; outcome: ReviewOutcome | null }

const stored = z.object({
  programme: z.object({ fr: z.string(), en: z.string() }),
  legalForm: z.string().nullable(),
  region: z.string().nullable(),
  size: z.enum(sizes).nullable(),
  budget: z.enum(budgets).nullable(),
  scores: z.partialRecord(z.enum(expertiseDomains), z.number()),
  texts: z.partialRecord(z.enum(textKeys), z.string()),
})

const read = ({ copy, outcome, ...row }: ReviewRow): Review => ({
  ...row,
  copy: stored.parse(copy),
  outcome: outcomes.find(known => known === outcome) ?? null,
})

/** Those of a case, the latest first. */
export async function reviewsOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Review[]> {
  const rows = await tx
    .select()
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(desc(t.id))
  return rows.map(read)
}

/** A request of the case of this number, locked when it is to change. */
export async function reviewOfCase(
  tx: TenantTx,
  operatorId: string,
  { number, reviewId }: { number: string; reviewId: string },
  { lock = false } = {},
): Promise<Review | null> {
  const query = tx
    .select({ review: t })
    .from(t)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, t.operatorId), eq(accompaniments.id, t.accompanimentId)),
    )
    .where(and(eq(t.operatorId, operatorId), eq(t.id, reviewId), eq(accompaniments.number, number)))
  const [row] = await (lock ? query.for('update', { of: t }) : query)
  return row ? read(row.review) : null
}

export async function reviewById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Review | null> {
  const query = tx
    .select()
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ? read(row) : null
}

type Prepared = Pick<
  ReviewRow,
  'accompanimentId' | 'centre' | 'sector' | 'personName' | 'email' | 'question' | 'dueOn'
> & { parts: Part[]; copy: Copy }

export async function insertReview(tx: TenantTx, operatorId: string, prepared: Prepared): Promise<string> {
  const id = newId()
  await tx.insert(t).values({ operatorId, id, ...prepared })
  return id
}

type Changed = Partial<
  Pick<
    ReviewRow,
    'question' | 'sentAt' | 'openedAt' | 'answeredAt' | 'revokedAt' | 'outcome' | 'opinion' | 'specialities'
  >
> & { copy?: Copy }

export async function updateReview(tx: TenantTx, operatorId: string, id: string, changed: Changed): Promise<void> {
  await tx
    .update(t)
    .set({ ...changed, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
}

/** Its links open on nothing from this very transaction on. */
export async function endLinks(tx: TenantTx, operatorId: string, reviewId: string, now: Date): Promise<void> {
  await tx
    .update(links)
    .set({ revokedAt: now })
    .where(
      and(
        eq(links.operatorId, operatorId),
        eq(links.purpose, 'expert_review'),
        eq(links.subjectId, reviewId),
        isNull(links.revokedAt),
      ),
    )
}
