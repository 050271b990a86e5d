import { and, eq, inArray } from 'drizzle-orm'
import { reminders } from '#db/schema/follow-ups.ts'
import type { Asking } from './reminder-subjects.store.server.ts'
import { stillAsked } from './reminders.store.server.ts'
import { rulesInForce } from './rules-in-force.store.server.ts'

type AskingAt = Asking & { operator: { id: string; settings: Record<string, unknown> } }

/** Of these reminders, the ids of those that their rules still ask for now. */
export async function standingAmong(asking: AskingAt, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { tx, operator } = asking
  const written = await tx
    .select()
    .from(reminders)
    .where(and(eq(reminders.operatorId, operator.id), inArray(reminders.id, [...ids])))
  return new Set((await stillAsked(asking, await rulesInForce(tx, operator), written)).keys())
}
