import { derivedId, newId } from '#app/kernel/ids.ts'
import { notifications } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'

export type NewNotification = {
  userId: string
  /** What happened: its sentence is found by it. */
  kind: string
  accompanimentId: string | null
  data: Record<string, string>
  /** Where it leads. */
  address: string
}

/** Tells a member in the product; narrow actors cannot write to somebody else and leave a job instead. */
export async function notify(tx: TenantTx, operatorId: string, at: Date, notification: NewNotification): Promise<void> {
  await tx.insert(notifications).values({ operatorId, id: newId(), at, ...notification })
}

/** The same, for jobs that may be done twice: one notice of a kind per person and per thing that it is about. */
export async function notifyOnce(
  tx: TenantTx,
  operatorId: string,
  at: Date,
  about: string,
  notification: NewNotification,
): Promise<void> {
  const id = derivedId(operatorId, notification.kind, about, notification.userId)
  await tx
    .insert(notifications)
    .values({ operatorId, id, at, ...notification })
    .onConflictDoNothing()
}
