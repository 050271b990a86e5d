import { and, eq, inArray } from 'drizzle-orm'
import { isId } from '#app/kernel/ids.ts'
import { providers } from '#db/schema/engineerings.ts'
import { people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The names of the people and providers that these values are the ids of, by id: history keeps what the form sent. */
export async function namesOf(
  tx: TenantTx,
  operatorId: string,
  values: readonly string[],
): Promise<Record<string, string>> {
  const ids = [...new Set(values.filter(isId))]
  if (ids.length === 0) return {}
  const persons = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.operatorId, operatorId), inArray(people.id, ids)))
  const firms = await tx
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), inArray(providers.id, ids)))
  return Object.fromEntries([...persons, ...firms].map(({ id, name }) => [id, name]))
}
