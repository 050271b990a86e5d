import { and, asc, desc, eq, inArray, lt, ne, notInArray, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { operators } from '#db/schema/operators.ts'
import { funderParts, operatorParts, type ShareState } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type FunderPart, type OperatorPart, sameKey, type Whole } from './share.ts'

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
  return rows.map(({ part, slug, name }) => ({
    partnerId: part.partnerId,
    slug,
    name,
    weight: part.weight,
    shareKey: part.shareKey,
    state: part.state,
    ask: part.ask,
    isLead: part.partnerId === operatorId,
    answeredOn: day(part.answeredOn),
    accepted: { quarters: part.acceptedQuarters, cents: part.acceptedCents },
    acceptedWholeCents: part.acceptedWholeCents,
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

const nothingAccepted = { acceptedQuarters: null, acceptedCents: null, acceptedWholeCents: null }

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
    : { state: 'proposed' as const, answeredOn: null, ask: sql`${operatorParts.ask} + 1`, ...nothingAccepted }
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
 * What this operator's figures count of the engineering: its part, and those that nobody has accepted; of the money, also
 * what an amendment has added since to a part that was. Divided by PostgreSQL: twenty decimals, where a double has
 * sixteen.
 */
export async function countOwnPart(tx: TenantTx, operatorId: string, engineeringId: string): Promise<void> {
  const ofParts = sql`from operator_parts where operator_id = ${operatorId} and engineering_id = ${engineeringId}`
  const isElsewhere = sql`partner_id <> ${operatorId} and state = 'accepted'`
  const { amountCents } = engineerings
  const share = sql`coalesce((
    select sum(weight) filter (where not (${isElsewhere}))::numeric(40, 20) / nullif(sum(weight), 0) ${ofParts}), 1)`
  // As `countedOf`: a partner counts what it accepted, or less when the contract holds less.
  const counted = sql`least(coalesce(accepted_whole_cents, 0), ${amountCents})`
  const moneyShare = sql`coalesce((
    select 1 - (coalesce(sum(weight * ${counted}) filter (where ${isElsewhere}), 0))::numeric(60, 20)
      / nullif(sum(weight) * ${amountCents}, 0) ${ofParts}), 1)`
  await tx
    .update(engineerings)
    .set({ share, moneyShare })
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

type Answer = {
  shareKey: string
  ask: number
  version: number
  state: ShareState
  answeredOn: string | null
  /** The part that was asked, of which whole. */
  asked: Whole & { wholeCents: number | null }
  /** It was an amendment's: declined, the part accepted before stands. */
  isAmended: boolean
}

/** In the lead's transaction: what its partner answered. False when the key is another one since, or a later answer came. */
export async function notePartnerAnswer(
  tx: TenantTx,
  operatorId: string,
  { shareKey, ask, version, state, answeredOn, asked, isAmended }: Answer,
): Promise<boolean> {
  const { quarters: acceptedQuarters, cents: acceptedCents, wholeCents: acceptedWholeCents } = asked
  const accepted = state === 'accepted' ? { acceptedQuarters, acceptedCents, acceptedWholeCents } : nothingAccepted
  const stands = state === 'declined' && isAmended
  const noted = await tx
    .update(operatorParts)
    .set({ answeredVersion: version, ...(!stands && { state, answeredOn, ...accepted }) })
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
