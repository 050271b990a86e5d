import { and, asc, eq } from 'drizzle-orm'
import { fieldErrors, Invalid } from '#app/access/outcome.ts'
import { planOf } from '#app/features/plans/plans.store.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import {
  type ActionReview,
  isPlanReviewed,
  type ReviewedAction,
  reviewedActions,
  reviewOf,
  reviewsIn,
  type WaveReview,
} from './action-reviews.ts'
import { reviewInput } from './follow-up-input.ts'
import type { Wave } from './waves.ts'

/** What the organisation said of its plan, wave by wave; a wave that said nothing of it is not there. */
export async function reviewsOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<WaveReview[]> {
  const rows = await tx
    .select({ wave: followUps.wave, on: followUps.answeredOn, answers: followUps.answers })
    .from(followUps)
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        eq(followUps.accompanimentId, accompanimentId),
        eq(followUps.state, 'answered'),
      ),
    )
    .orderBy(asc(followUps.wave), asc(followUps.answeredOn), asc(followUps.id))
  return rows
    .map(({ wave, on, answers }) => ({ wave, on, reviews: reviewsIn(answers) }))
    .filter(({ reviews }) => reviews.length > 0)
}

/** The actions of the plan that a wave asks about; none at a wave that does not. */
export async function actionsAsked(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, wave }: { accompanimentId: string; wave: Wave },
): Promise<ReviewedAction[]> {
  if (!isPlanReviewed(wave, null)) return []
  const plan = await planOf(tx, operatorId, accompanimentId)
  return plan.length > 0 ? reviewedActions(plan, wave, await reviewsOfCase(tx, operatorId, accompanimentId)) : []
}

type Sent = { actions: Readonly<Record<string, unknown>>; actionWords: Readonly<Record<string, unknown>> }

/**
 * What the form said of these actions; refused under the names of its fields, `actions.<id>` and `actionWords.<id>`. What
 * was kept of an action that has left the plan since is let go.
 */
export function readReview(actions: readonly ReviewedAction[], sent: Sent): ActionReview[] {
  const ids = actions.map(({ id }) => id)
  const ofThese = (said: Readonly<Record<string, unknown>>) => Object.fromEntries(ids.map(id => [id, said[id]]))
  const read = reviewInput(ids).safeParse({ actions: ofThese(sent.actions), actionWords: ofThese(sent.actionWords) })
  if (!read.success) throw new Invalid(fieldErrors(read.error))
  return reviewOf(actions, read.data)
}
