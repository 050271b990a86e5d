import { and, desc, eq } from 'drizzle-orm'
import { historyLines } from '#app/features/history/history-lines.ts'
import { events } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Accompaniment } from './accompaniments.store.server.ts'

/** Where a case stood before it ended; one that was suspended then, where it stood before that. An import kept no move: its follow-up. */
export async function stateBefore(tx: TenantTx, operatorId: string, row: Accompaniment): Promise<string | null> {
  if (row.stateBeforeSuspension) return row.stateBeforeSuspension
  const [last] = await tx
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.operatorId, operatorId),
        eq(events.accompanimentId, row.id),
        eq(events.name, 'accompaniment.moved'),
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  const moved = last && historyLines(last.data).find(({ field, after }) => field === 'state' && after === row.state)
  return moved?.before ?? (row.restitutionOn ? 'follow_up' : null)
}
