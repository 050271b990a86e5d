import { and, eq, inArray } from 'drizzle-orm'
import { isId } from '#app/kernel/ids.ts'
import { providers } from '#db/schema/engineerings.ts'
import { planObjectives } from '#db/schema/objectives.ts'
import { people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The names of the people, providers and objectives that these values are the ids of, by id: history keeps what the form sent. */
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
  const objectives = await tx
    .select({ id: planObjectives.id, name: planObjectives.title })
    .from(planObjectives)
    .where(and(eq(planObjectives.operatorId, operatorId), inArray(planObjectives.id, ids)))
  return Object.fromEntries([...persons, ...firms, ...objectives].map(({ id, name }) => [id, name]))
}
