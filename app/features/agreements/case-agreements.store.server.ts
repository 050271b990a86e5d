import { and, asc, desc, eq, inArray, notInArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import type { TenantTx } from '#db/tenant.ts'

export type CaseAgreement = { id: string; code: string; funder: string; startsOn: string; endsOn: string }

/** Makes these agreements, and no other, those of the case; false when one of them is not the operator's. */
export async function linkAgreements(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  agreementIds: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(agreementIds)]
  const own = and(
    eq(accompanimentAgreements.operatorId, operatorId),
    eq(accompanimentAgreements.accompanimentId, accompanimentId),
  )
  if (wanted.length === 0) {
    await tx.delete(accompanimentAgreements).where(own)
    return true
  }
  const known = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), inArray(agreements.id, wanted)))
  if (known.length !== wanted.length) return false
  await tx.delete(accompanimentAgreements).where(and(own, notInArray(accompanimentAgreements.agreementId, wanted)))
  await tx
    .insert(accompanimentAgreements)
    .values(wanted.map(agreementId => ({ operatorId, id: newId(), accompanimentId, agreementId })))
    .onConflictDoNothing()
  return true
}

const columns = {
  id: agreements.id,
  code: agreements.code,
  funder: funders.name,
  startsOn: agreements.startsOn,
  endsOn: agreements.endsOn,
}
const funderOf = and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId))

export async function agreementsOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<CaseAgreement[]> {
  return tx
    .select(columns)
    .from(accompanimentAgreements)
    .innerJoin(
      agreements,
      and(
        eq(agreements.operatorId, accompanimentAgreements.operatorId),
        eq(agreements.id, accompanimentAgreements.agreementId),
      ),
    )
    .innerJoin(funders, funderOf)
    .where(
      and(
        eq(accompanimentAgreements.operatorId, operatorId),
        eq(accompanimentAgreements.accompanimentId, accompanimentId),
      ),
    )
    .orderBy(asc(agreements.code))
}

/** Those that a case may name, the latest first. */
export async function agreementsToChoose(tx: TenantTx, operatorId: string): Promise<CaseAgreement[]> {
  return tx
    .select(columns)
    .from(agreements)
    .innerJoin(funders, funderOf)
    .where(eq(agreements.operatorId, operatorId))
    .orderBy(desc(agreements.endsOn), asc(agreements.code))
    .limit(100)
}

export async function agreementsCoded(tx: TenantTx, operatorId: string, codes: readonly string[]) {
  if (codes.length === 0) return []
  return tx
    .select({ id: agreements.id, code: agreements.code })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), inArray(agreements.code, [...codes])))
    .orderBy(asc(agreements.code))
}
