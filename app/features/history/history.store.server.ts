import { and, desc, eq } from 'drizzle-orm'
import { Conflict } from '#app/access/outcome.ts'
import type { Day } from '#app/kernel/day.ts'
import { events } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import { asTexts } from './changes.ts'

/** What a store that writes with its history is given: the part of a command's context that it needs. */
export type Recording = {
  tx: TenantTx
  operator: { id: string }
  today: Day
  now: Date
  record(event: {
    name: string
    subjectKind: string
    subjectId: string
    accompanimentId?: string | null
    data?: Record<string, unknown>
    happenedOn?: string
  }): Promise<void>
}

/**
 * The conflict of an edit made on a row that has moved: what stands now, by field of the form, and who wrote it last.
 * Narrow actors do not read history: they are not told who.
 */
export async function conflictOn(
  tx: TenantTx,
  operatorId: string,
  subjectId: string,
  current: { version: number; values: Readonly<Record<string, unknown>> },
): Promise<Conflict> {
  const [last] = await tx
    .select({ name: events.actorName })
    .from(events)
    .where(and(eq(events.operatorId, operatorId), eq(events.subjectId, subjectId)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return new Conflict({
    version: current.version,
    values: asTexts(current.values),
    ...(last && { changedBy: last.name }),
  })
}
