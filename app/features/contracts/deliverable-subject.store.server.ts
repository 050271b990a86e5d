import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Deliverable } from './contract.ts'
import { deliverableById } from './contracts.store.server.ts'

type Address = { engineeringId: string; number: string | null; deliverableId: string }

/** A deliverable and its engineering, both locked; null when the address names another one. */
export async function deliverableOf(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, number, deliverableId }: Address,
): Promise<{ engineering: Engineering; deliverable: Deliverable } | null> {
  const engineering = await engineeringOfCase(tx, operatorId, { engineeringId, number }, { lock: true })
  const deliverable = await deliverableById(tx, operatorId, deliverableId)
  return engineering && deliverable?.engineeringId === engineering.id ? { engineering, deliverable } : null
}

/** The values of a deliverable by field of its forms: for its history, and for the one who lost a race. */
export function deliverableValues(deliverable: Partial<Deliverable>): Record<string, string | null> {
  const { state, submittedOn, address, note, remark, acceptedOn, acceptedBy, sharing } = deliverable
  const values = { state, submittedOn, address, note, remark, acceptedOn, acceptedBy, sharing }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
