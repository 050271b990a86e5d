import { and, desc, eq, inArray } from 'drizzle-orm'
import { links } from '#db/schema/operators.ts'
import { people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Asked = { personId: string; name: string; email: string | null }

/** The person who was last given the link to validate each of these diagnostics. */
export async function lastAskedToValidate(
  tx: TenantTx,
  operatorId: string,
  diagnosticIds: readonly string[],
): Promise<Map<string, Asked>> {
  if (diagnosticIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([links.subjectId], {
      diagnosticId: links.subjectId,
      personId: people.id,
      name: people.name,
      email: people.email,
    })
    .from(links)
    .innerJoin(people, and(eq(people.operatorId, operatorId), eq(people.id, links.personId)))
    .where(
      and(
        eq(links.operatorId, operatorId),
        inArray(links.subjectId, [...diagnosticIds]),
        eq(links.purpose, 'diagnostic_validation'),
      ),
    )
    .orderBy(links.subjectId, desc(links.createdAt))
  return new Map(rows.map(({ diagnosticId, ...asked }) => [diagnosticId, asked]))
}
