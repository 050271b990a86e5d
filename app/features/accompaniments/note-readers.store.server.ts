import { and, asc, eq, isNull } from 'drizzle-orm'
import { engineeringMembers } from '#db/schema/engineerings.ts'
import { grants } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type NoteReaders = { organisation: string | null; consultants: string[] }

/** Who reads what is shared of a case: its organisation, and the consultants of its missions. */
export async function noteReaders(
  tx: TenantTx,
  operatorId: string,
  { id, organisationId }: { id: string; organisationId: string | null },
): Promise<NoteReaders> {
  const [organisation] = organisationId
    ? await tx
        .select({ name: organisations.name })
        .from(organisations)
        .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, organisationId)))
    : []
  const consultants = await tx
    .selectDistinct({ name: users.name })
    .from(engineeringMembers)
    .innerJoin(
      grants,
      and(
        eq(grants.operatorId, engineeringMembers.operatorId),
        eq(grants.subjectId, engineeringMembers.engineeringId),
        eq(grants.kind, 'consultant'),
        isNull(grants.revokedAt),
      ),
    )
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(eq(engineeringMembers.operatorId, operatorId), eq(engineeringMembers.accompanimentId, id)))
    .orderBy(asc(users.name))
  return { organisation: organisation?.name ?? null, consultants: consultants.map(({ name }) => name) }
}
