import { and, desc, eq } from 'drizzle-orm'
import { programmeDefinition } from '#app/features/programmes/programme-definition.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { stateOf } from './lifecycle.ts'
import type { Label } from './state-labels.ts'

export type OrganisationCase = {
  number: string
  programme: string
  state: Label
  requestedOn: string | null
  closedOn: string | null
  practitioner: string | null
}

/** The cases of an organisation, the latest first. */
export async function casesOfOrganisation(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
): Promise<OrganisationCase[]> {
  const rows = await tx
    .select({
      number: accompaniments.number,
      programme: programmes.name,
      definition: programmes.definition,
      state: accompaniments.state,
      requestedOn: accompaniments.requestedOn,
      closedOn: accompaniments.closedOn,
      practitioner: users.name,
    })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.organisationId, organisationId)))
    .orderBy(desc(accompaniments.number))
    .limit(50)
  return rows.map(({ definition, state, ...row }) => {
    const known = stateOf(programmeDefinition.parse(definition), state)
    return { ...row, state: known?.label ?? { fr: state, en: state } }
  })
}
