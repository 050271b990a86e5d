import { and, asc, desc, eq, inArray, lt, ne, notInArray, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { operators } from '#db/schema/operators.ts'
import { funderParts, operatorParts, type ShareState } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type FunderPart, type OperatorPart, sameKey } from './share.ts'

/** The parts of operators, the lead's first. */
export async function operatorPartsOf(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
): Promise<OperatorPart[]> {
  const rows = await tx
    .select({ part: operatorParts, slug: operators.slug, name: operators.name })
    .from(operatorParts)
    .innerJoin(operators, eq(operators.id, operatorParts.partnerId))
    .where(and(eq(operatorParts.operatorId, operatorId), eq(operatorParts.engineeringId, engineeringId)))
    .orderBy(desc(sql`${operatorParts.partnerId} = ${operatorId}`), asc(operators.name), asc(operators.id))
  return rows.map(({ part: { partnerId, weight, shareKey, state, answeredOn, ask }, slug, name }) => ({
    partnerId,
    slug,
    name,
    weight,
    shareKey,
    state,
    ask,
    isLead: partnerId === operatorId,
    answeredOn: day(answeredOn),
  }))
}

export async function funderPartsOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<FunderPart[]> {
  return tx
    .select({
      agreementId: funderParts.agreementId,
      code: agreements.code,
      funder: funders.name,
      weight: funderParts.weight,
    })
    .from(funderParts)
    .innerJoin(
      agreements,
      and(eq(agreements.operatorId, funderParts.operatorId), eq(agreements.id, funderParts.agreementId)),
    )
    .innerJoin(funders, and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId)))
    .where(and(eq(funderParts.operatorId, operatorId), eq(funderParts.engineeringId, engineeringId)))
    .orderBy(asc(agreements.code))
}

/** Operators by the name in their address. */
export function operatorsBySlugs(tx: TenantTx, slugs: readonly string[]) {
  if (slugs.length === 0) return Promise.resolve([])
  return tx
    .select({ id: operators.id, slug: operators.slug, demonstration: operators.demonstration })
    .from(operators)
    .where(inArray(operators.slug, [...slugs]))
}

/**
 * Makes these the parts. A partner keeps its public key; when the key splits otherwise than before, everybody answers
 * again. One that is taken out is told of a part of nothing.
 */
export async function writeParts(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  {
    parts,
    payers,
  }: {
    parts: readonly { partnerId: string; weight: number }[]
    payers: readonly { agreementId: string; weight: number }[]
  },
): Promise<void> {
  const own = and(eq(operatorParts.operatorId, operatorId), eq(operatorParts.engineeringId, engineeringId))
  const before = await operatorPartsOf(tx, operatorId, engineeringId)
  const asked = sameKey(before, parts)
    ? {}
    : { state: 'proposed' as const, answeredOn: null, ask: sql`${operatorParts.ask} + 1` }
  const kept = parts.map(({ partnerId }) => partnerId)
  await tx
    .update(operatorParts)
    .set({ weight: 0, ...asked })
    .where(
      and(own, ne(operatorParts.weight, 0), kept.length > 0 ? notInArray(operatorParts.partnerId, kept) : undefined),
    )
  for (const { partnerId, weight } of parts) {
    const isLead = partnerId === operatorId
    const state: ShareState = isLead ? 'accepted' : 'proposed'
    await tx
      .insert(operatorParts)
      .values({ operatorId, id: newId(), engineeringId, partnerId, weight, shareKey: newId(), state })
      .onConflictDoUpdate({
        target: [operatorParts.operatorId, operatorParts.engineeringId, operatorParts.partnerId],
        set: { weight, ...(!isLead && asked) },
      })
  }
  await tx
    .delete(funderParts)
    .where(and(eq(funderParts.operatorId, operatorId), eq(funderParts.engineeringId, engineeringId)))
  if (payers.length > 0)
    await tx.insert(funderParts).values(payers.map(payer => ({ operatorId, id: newId(), engineeringId, ...payer })))
}

/**
 * What this operator's figures count of the engineering: its part, and those that nobody has accepted. Divided by
 * PostgreSQL: twenty decimals, where a double has sixteen.
 */
export async function countOwnPart(tx: TenantTx, operatorId: string, engineeringId: string): Promise<void> {
  await tx
    .update(engineerings)
    .set({
      share: sql`coalesce((
        select sum(weight) filter (where partner_id = ${operatorId} or state <> 'accepted')::numeric(40, 20) / nullif(sum(weight), 0)
        from operator_parts where operator_id = ${operatorId} and engineering_id = ${engineeringId}), 1)`,
    })
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, engineeringId)))
}

/** Whoever has a page of it open saves it again: the key is another one. */
export async function touchShared(tx: TenantTx, operatorId: string, engineeringId: string): Promise<void> {
  await tx
    .update(engineerings)
    .set({ version: sql`${engineerings.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, engineeringId)))
}

/** The engineering that a partner's row is about. */
export async function engineeringOfKey(tx: TenantTx, operatorId: string, shareKey: string): Promise<string | null> {
  const [row] = await tx
    .select({ engineeringId: operatorParts.engineeringId })
    .from(operatorParts)
    .where(and(eq(operatorParts.operatorId, operatorId), eq(operatorParts.shareKey, shareKey)))
  return row?.engineeringId ?? null
}

type Answer = { shareKey: string; ask: number; version: number; state: ShareState; answeredOn: string | null }

/** In the lead's transaction: what its partner answered. False when the key is another one since, or a later answer came. */
export async function notePartnerAnswer(
  tx: TenantTx,
  operatorId: string,
  { shareKey, ask, version, state, answeredOn }: Answer,
): Promise<boolean> {
  const noted = await tx
    .update(operatorParts)
    .set({ state, answeredOn, answeredVersion: version })
    .where(
      and(
        eq(operatorParts.operatorId, operatorId),
        eq(operatorParts.shareKey, shareKey),
        eq(operatorParts.ask, ask),
        lt(operatorParts.answeredVersion, version),
      ),
    )
    .returning({ id: operatorParts.id })
  return noted.length > 0
}
