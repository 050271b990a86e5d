import type { TenantTx } from '#db/tenant.ts'
import { shareSend } from './shares.jobs.ts'
import { countOwnPart, operatorPartsOf } from './shares.store.server.ts'

type Leaving = {
  tx: TenantTx
  operator: { id: string }
  enqueue: (job: { name: string }, payload: Record<string, string>, key: string) => Promise<void>
}

/**
 * The partners of an engineering are written to, when there are any; `change` is what makes this change itself. What they
 * have not accepted of it counts with this operator at once.
 */
export async function passOn({ tx, operator, enqueue }: Leaving, engineeringId: string, change: string): Promise<void> {
  const parts = await operatorPartsOf(tx, operator.id, engineeringId)
  if (parts.length === 0) return
  await countOwnPart(tx, operator.id, engineeringId)
  await enqueue(shareSend, { engineeringId }, `${engineeringId}:${change}`)
}
