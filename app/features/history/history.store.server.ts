import { and, desc, eq } from 'drizzle-orm'
import { Conflict } from '#app/access/outcome.ts'
import { events } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import { asTexts } from './changes.ts'

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
