import { and, eq, inArray, sql } from 'drizzle-orm'
import { isId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { agreements } from '#db/schema/agreements.ts'
import { organisations } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { programmesOf } from './case-words.store.server.ts'
import { isEnded } from './lifecycle.ts'
import type { ChosenAgreement, Considered } from './many-cases.ts'

/** Until the end of the transaction nobody else changes them; always in one order, so that two people never wait for each other. */
export async function lockCases(tx: TenantTx, operatorId: string, numbers: readonly string[]): Promise<void> {
  await tx
    .select({ id: accompaniments.id })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.number, [...numbers])))
    .orderBy(accompaniments.id)
    .for('update')
}

/** The cases of these numbers, in the order of their numbers. */
export async function consideredCases(
  tx: TenantTx,
  operatorId: string,
  numbers: readonly string[],
): Promise<Considered[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      title: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
      programmeId: accompaniments.programmeId,
      state: accompaniments.state,
      department: organisations.department,
      practitionerId: accompaniments.practitionerId,
      practitioner: users.name,
      nextStep: accompaniments.nextStep,
      nextOn: accompaniments.nextOn,
      agreements: sql<{ id: string; code: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', held.id, 'code', held.code) order by held.code), '[]')
        from ${accompanimentAgreements} as paid
        join ${agreements} as held on held.operator_id = paid.operator_id and held.id = paid.agreement_id
        where paid.operator_id = ${operatorId} and paid.accompaniment_id = ${accompaniments.id})`,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.number, [...numbers])))
    .orderBy(accompaniments.number)
  const known = await programmesOf(
    tx,
    operatorId,
    rows.map(({ programmeId }) => programmeId),
  )
  return rows.map(({ programmeId, state, ...row }) => {
    const programme = known.get(programmeId)
    return {
      ...row,
      programme: programme?.code ?? '',
      isEnded: programme ? isEnded(programme.definition, state) : false,
    }
  })
}

/** Those of the operator, among these. */
export async function agreementsNamed(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
): Promise<ChosenAgreement[]> {
  const wanted = ids.filter(isId)
  if (wanted.length === 0) return []
  return tx
    .select({
      id: agreements.id,
      code: agreements.code,
      programmes: agreements.programmes,
      departments: agreements.departments,
    })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), inArray(agreements.id, wanted)))
    .orderBy(agreements.code)
}
