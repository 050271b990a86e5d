import { and, eq, sql } from 'drizzle-orm'
import { drafts } from '#db/schema/drafts.ts'
import { idempotencyKeys } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Actor } from './actor.ts'

type Acting = { tx: TenantTx; operator: { id: string }; actor: Actor }

/** The form that a draft is of: its page and its name there. */
export type DraftOf = { place: string; form: string }

/** A form that is saved takes its draft away in the same transaction: never both, never neither. */
export async function endDraft(ctx: Acting, { place, form }: DraftOf): Promise<void> {
  if (!('userId' in ctx.actor)) return
  await lockDraft(ctx, ctx.actor.userId, { place, form })
  await ctx.tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.operatorId, ctx.operator.id),
        eq(drafts.userId, ctx.actor.userId),
        eq(drafts.place, place),
        eq(drafts.form, form),
      ),
    )
}

/** Held until the commit: a draft that was on its way while its form was saved waits, then finds the form's key settled. */
export async function lockDraft(ctx: Acting, userId: string, { place, form }: DraftOf): Promise<void> {
  const name = JSON.stringify(['draft', ctx.operator.id, userId, place, form])
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** Whether the form that this key was given to has been accepted. */
export async function isFormAccepted(ctx: Acting, userId: string, key: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: idempotencyKeys.id })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.operatorId, ctx.operator.id),
        eq(idempotencyKeys.actorId, userId),
        eq(idempotencyKeys.key, key),
      ),
    )
    .limit(1)
  return row !== undefined
}
