import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { engineeringMembers } from '#db/schema/engineerings.ts'
import { feedbackAnswers, feedbackBatches, followUps } from '#db/schema/follow-ups.ts'
import { grants } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import { batchSize, type Feedback } from './feedback.ts'

/**
 * Counts what the organisation of this case answered at its first wave for whoever worked there, and closes a batch when
 * there are enough. Repeating it changes nothing.
 */
export async function gatherFeedback(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<void> {
  const answered = await tx
    .select({ id: followUps.id, satisfaction: followUps.satisfaction })
    .from(followUps)
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        eq(followUps.accompanimentId, accompanimentId),
        eq(followUps.wave, 'T1'),
        eq(followUps.state, 'answered'),
        isNotNull(followUps.satisfaction),
      ),
    )
  for (const userId of await consultantsOf(tx, operatorId, accompanimentId))
    for (const { id: followUpId, satisfaction } of answered)
      if (satisfaction !== null) await countAnswer(tx, operatorId, { userId, followUpId, satisfaction })
}

/** Everybody who was let into an engineering of this case, in one order: each is locked in turn. */
async function consultantsOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ userId: grants.userId })
    .from(grants)
    .innerJoin(
      engineeringMembers,
      and(
        eq(engineeringMembers.operatorId, grants.operatorId),
        eq(engineeringMembers.engineeringId, grants.subjectId),
        eq(engineeringMembers.accompanimentId, accompanimentId),
      ),
    )
    .where(and(eq(grants.operatorId, operatorId), eq(grants.kind, 'consultant')))
    .orderBy(asc(grants.userId))
  return rows.map(({ userId }) => userId)
}

type Answer = { userId: string; followUpId: string; satisfaction: number }

async function countAnswer(tx: TenantTx, operatorId: string, answer: Answer): Promise<void> {
  // Two answers at once would each see four others, and neither close the batch.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feedback:${operatorId}:${answer.userId}`}, 0))`)
  await tx
    .insert(feedbackAnswers)
    .values({ operatorId, id: newId(), ...answer })
    .onConflictDoNothing()
  const own = and(eq(feedbackAnswers.operatorId, operatorId), eq(feedbackAnswers.userId, answer.userId))
  const waiting = await tx
    .select({ id: feedbackAnswers.id, satisfaction: feedbackAnswers.satisfaction })
    .from(feedbackAnswers)
    .where(and(own, isNull(feedbackAnswers.batch)))
    .orderBy(asc(feedbackAnswers.id))
    .limit(batchSize)
  if (waiting.length < batchSize) return
  const [known] = await tx
    .select({ rank: sql<number>`coalesce(max(${feedbackBatches.rank}), 0)::int` })
    .from(feedbackBatches)
    .where(and(eq(feedbackBatches.operatorId, operatorId), eq(feedbackBatches.userId, answer.userId)))
  const rank = (known?.rank ?? 0) + 1
  const total = waiting.reduce((sum, { satisfaction }) => sum + satisfaction, 0)
  await tx
    .insert(feedbackBatches)
    .values({ operatorId, id: newId(), userId: answer.userId, rank, answers: batchSize, total })
  const ids = waiting.map(({ id }) => id)
  await tx
    .update(feedbackAnswers)
    .set({ batch: rank })
    .where(and(own, inArray(feedbackAnswers.id, ids)))
}

/** What she may know: whole batches, and nothing of which answer was in which. */
export async function feedbackOf(tx: TenantTx, operatorId: string, userId: string): Promise<Feedback> {
  const [row] = await tx
    .select({
      answers: sql<number>`coalesce(sum(${feedbackBatches.answers}), 0)::int`,
      total: sql<number>`coalesce(sum(${feedbackBatches.total}), 0)::int`,
    })
    .from(feedbackBatches)
    .where(and(eq(feedbackBatches.operatorId, operatorId), eq(feedbackBatches.userId, userId)))
  return row ?? { answers: 0, total: 0 }
}
