import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CohortMember } from './cohort.ts'
import { cohortMembers } from './cohorts.store.server.ts'

type Address = { engineeringId: string; number: string | null }

/** A collective engineering, locked; null for any other. */
export async function collectiveOf(tx: TenantTx, operatorId: string, address: Address): Promise<Engineering | null> {
  const engineering = await engineeringOfCase(tx, operatorId, address, { lock: true })
  return engineering?.kind === 'collective' ? engineering : null
}

/** The same, with one of its members. */
export async function memberOf(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, ...address }: Address & { accompanimentId: string },
): Promise<{ engineering: Engineering; member: CohortMember } | null> {
  const engineering = await collectiveOf(tx, operatorId, address)
  const members = engineering ? await cohortMembers(tx, operatorId, engineering.id) : []
  const member = members.find(known => known.accompanimentId === accompanimentId)
  return engineering && member ? { engineering, member } : null
}
