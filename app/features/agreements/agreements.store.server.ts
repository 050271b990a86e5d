import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { normaliseName } from '#app/kernel/names.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { agreements, funders, targets } from '#db/schema/agreements.ts'
import { grants } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { AgreementScope } from './scope.ts'

export type AgreementRow = typeof agreements.$inferSelect
export type AgreementWithFunder = AgreementRow & { funder: string }

const funderOf = and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId))

export async function agreementById(tx: TenantTx, operatorId: string, id: string): Promise<AgreementWithFunder | null> {
  const [row] = await tx
    .select()
    .from(agreements)
    .innerJoin(funders, funderOf)
    .where(and(eq(agreements.operatorId, operatorId), eq(agreements.id, id)))
  return row ? { ...row.agreements, funder: row.funders.name } : null
}

/** The agreements of the operator, the latest first, with the number of cases that name each. */
export async function listAgreements(tx: TenantTx, operatorId: string) {
  const cases = tx
    .select({ agreementId: accompanimentAgreements.agreementId, cases: count().as('cases') })
    .from(accompanimentAgreements)
    .where(eq(accompanimentAgreements.operatorId, operatorId))
    .groupBy(accompanimentAgreements.agreementId)
    .as('cases_of')
  return tx
    .select({
      id: agreements.id,
      code: agreements.code,
      title: agreements.title,
      funder: funders.name,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
      amountCents: agreements.amountCents,
      cases: sql<number>`coalesce(${cases.cases}, 0)`.mapWith(Number),
    })
    .from(agreements)
    .innerJoin(funders, funderOf)
    .leftJoin(cases, eq(cases.agreementId, agreements.id))
    .where(eq(agreements.operatorId, operatorId))
    .orderBy(desc(agreements.endsOn), asc(agreements.code))
}

/** The funder of that name, trimmed and case ignored, or a new one. */
export async function funderNamed(tx: TenantTx, operatorId: string, name: string): Promise<string> {
  const matchName = normaliseName(name)
  await tx.insert(funders).values({ operatorId, id: newId(), name, matchName }).onConflictDoNothing()
  const [row] = await tx
    .select({ id: funders.id })
    .from(funders)
    .where(and(eq(funders.operatorId, operatorId), eq(funders.matchName, matchName)))
  if (!row) throw new Error('a funder that was just written is not there')
  return row.id
}

export async function isCodeTaken(
  tx: TenantTx,
  operatorId: string,
  code: string,
  exceptId: string | null,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), eq(agreements.code, code)))
  return row !== undefined && row.id !== exceptId
}

export async function targetsOf(tx: TenantTx, operatorId: string, agreementId: string) {
  return tx
    .select({ year: targets.year, indicator: targets.indicator, value: targets.value })
    .from(targets)
    .where(and(eq(targets.operatorId, operatorId), eq(targets.agreementId, agreementId)))
    .orderBy(desc(targets.year), asc(targets.indicator))
}

type TargetKey = { agreementId: string; year: number; indicator: string }

export async function setTarget(
  tx: TenantTx,
  operatorId: string,
  { agreementId, year, indicator }: TargetKey,
  value: number | null,
) {
  const key = and(
    eq(targets.operatorId, operatorId),
    eq(targets.agreementId, agreementId),
    eq(targets.year, year),
    eq(targets.indicator, indicator),
  )
  const [before] = await tx.select({ value: targets.value }).from(targets).where(key)
  if (value === null) await tx.delete(targets).where(key)
  else
    await tx
      .insert(targets)
      .values({ operatorId, id: newId(), agreementId, year, indicator, value })
      .onConflictDoUpdate({
        target: [targets.operatorId, targets.agreementId, targets.year, targets.indicator],
        set: { value, version: sql`${targets.version} + 1`, updatedAt: sql`now()` },
      })
  return before?.value ?? null
}

/** The people who read this agreement's reports. */
export async function readersOf(tx: TenantTx, operatorId: string, agreementId: string) {
  return tx
    .select({ grantId: grants.id, userId: users.id, name: users.name, email: users.email, fromOn: grants.fromOn })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.kind, 'funder'),
        eq(grants.subjectId, agreementId),
        isNull(grants.revokedAt),
      ),
    )
    .orderBy(asc(users.name))
}

/** `isWithinScope` as PostgreSQL computes it; a test holds the two together. */
function withinScope({ programmes: codes, departments }: AgreementScope) {
  const programmeFits = codes.length === 0 ? sql`true` : inArray(programmes.code, [...codes])
  const departmentFits =
    departments.length === 0 ? sql`true` : sql`coalesce(${inArray(organisations.department, [...departments])}, false)`
  return sql<boolean>`(${programmeFits} and ${departmentFits})`
}

/** Cases that name the agreement: those out of its scope first, then the latest; with how many there are of both. */
export async function casesNaming(
  tx: TenantTx,
  operatorId: string,
  { id: agreementId, ...scope }: AgreementScope & { id: string },
  limit: number,
) {
  const isWithinScope = withinScope(scope)
  const rows = await tx
    .select({
      number: accompaniments.number,
      organisation: organisations.name,
      isWithinScope,
      total: sql<number>`(count(*) over ())::int`,
      outside: sql<number>`(count(*) filter (where not ${isWithinScope}) over ())::int`,
    })
    .from(accompanimentAgreements)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, accompanimentAgreements.operatorId),
        eq(accompaniments.id, accompanimentAgreements.accompanimentId),
      ),
    )
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(
      and(eq(accompanimentAgreements.operatorId, operatorId), eq(accompanimentAgreements.agreementId, agreementId)),
    )
    .orderBy(isWithinScope, desc(accompaniments.number))
    .limit(limit)
  return {
    total: rows[0]?.total ?? 0,
    outside: rows[0]?.outside ?? 0,
    cases: rows.map(({ number, organisation, isWithinScope: fits }) => ({ number, organisation, isWithinScope: fits })),
  }
}

export type AgreementFields = Omit<
  typeof agreements.$inferInsert,
  'operatorId' | 'id' | 'createdAt' | 'version' | 'updatedAt'
>

export async function insertAgreement(tx: TenantTx, operatorId: string, fields: AgreementFields): Promise<string> {
  const id = newId()
  await tx.insert(agreements).values({ operatorId, id, ...fields })
  return id
}

/** False when the agreement is no longer at that version. */
export async function updateAgreement(
  tx: TenantTx,
  operatorId: string,
  { id, version }: { id: string; version: number },
  fields: AgreementFields,
): Promise<boolean> {
  const changed = await tx
    .update(agreements)
    .set({ ...fields, version: sql`${agreements.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(agreements.operatorId, operatorId), eq(agreements.id, id), eq(agreements.version, version)))
    .returning({ version: agreements.version })
  return changed.length > 0
}

/** Two who give it a logo at once: the second waits for the first. */
export async function lockFunder(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx
    .select({ id: funders.id })
    .from(funders)
    .where(and(eq(funders.operatorId, operatorId), eq(funders.id, id)))
    .for('update')
}

/** The row, locked until the transaction ends. */
export async function lockAgreement(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ startsOn: agreements.startsOn, endsOn: agreements.endsOn })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), eq(agreements.id, id)))
    .for('update')
  return row ?? null
}
