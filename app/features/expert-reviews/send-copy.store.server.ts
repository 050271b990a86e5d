import type { Recording } from '#app/features/history/history.store.server.ts'
import { planSend, type SendContext } from '#app/features/messages/sends.store.server.ts'
import { addDays, day, startOfDay } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { dueDay } from './expert-review.ts'
import { type Review, updateReview } from './expert-reviews.store.server.ts'

/** Days before the last one on which an unanswered request is recalled, once. */
const recalledBefore = 3

/** Sends the centre a link to the copy, and recalls it once before its day when there is room for that. */
export async function sendCopy(
  ctx: SendContext & Recording,
  review: Review,
): Promise<Result<null, Failure<'review-too-late'>>> {
  const { tx, operator, today, now, record } = ctx
  const dueOn = day(review.dueOn)
  if (!dueOn || !dueDay(dueOn, today).ok) return fail('review-too-late')
  await updateReview(tx, operator.id, review.id, { sentAt: now })
  const letter = { payload: { reviewId: review.id }, recipient: review.email, accompanimentId: review.accompanimentId }
  await planSend(ctx, { ...letter, key: `expert-review.request:${review.id}`, message: 'expert-review.request' })
  const recalledOn = addDays(dueOn, -recalledBefore)
  if (recalledOn > today)
    await planSend(ctx, {
      ...letter,
      key: `expert-review.reminder:${review.id}`,
      message: 'expert-review.reminder',
      notBefore: startOfDay(recalledOn),
    })
  await record({
    name: 'expert-review.sent',
    subjectKind: 'expert_review',
    subjectId: review.id,
    accompanimentId: review.accompanimentId,
    data: { centre: review.centre, dueOn },
  })
  return ok(null)
}
