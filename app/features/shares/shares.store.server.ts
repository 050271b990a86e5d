import { and, asc, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { engineeringMembers, engineerings } from '#db/schema/engineerings.ts'
import { operators } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { funderParts, operatorParts, type ShareState, shares } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { FunderPart, OperatorPart, Share } from './share.ts'

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
  return rows.map(({ part: { partnerId, weight, shareKey, state, answeredOn }, slug, name }) => ({
    partnerId,
    slug,
    name,
    weight,
    shareKey,
    state,
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

/** Makes these the parts. A partner keeps its public key and answers again; one that is taken out is told of a part of nothing. */
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
  const kept = parts.map(({ partnerId }) => partnerId)
  await tx
    .update(operatorParts)
    .set({ weight: 0, state: 'proposed', answeredOn: null })
    .where(
      and(own, ne(operatorParts.weight, 0), kept.length > 0 ? notInArray(operatorParts.partnerId, kept) : undefined),
    )
  for (const { partnerId, weight } of parts) {
    const state: ShareState = partnerId === operatorId ? 'accepted' : 'proposed'
    await tx
      .insert(operatorParts)
      .values({ operatorId, id: newId(), engineeringId, partnerId, weight, shareKey: newId(), state })
      .onConflictDoUpdate({
        target: [operatorParts.operatorId, operatorParts.engineeringId, operatorParts.partnerId],
        set: { weight, state, answeredOn: null },
      })
  }
  await tx
    .delete(funderParts)
    .where(and(eq(funderParts.operatorId, operatorId), eq(funderParts.engineeringId, engineeringId)))
  if (payers.length > 0)
    await tx.insert(funderParts).values(payers.map(payer => ({ operatorId, id: newId(), engineeringId, ...payer })))
}

/** What this operator's figures count of the engineering. */
export async function writeShareOf(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  share: number,
): Promise<void> {
  await tx
    .update(engineerings)
    .set({ share, version: sql`${engineerings.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, engineeringId)))
}

/** The SIREN of each member that has one: nothing else of an organisation leaves its operator. */
export async function sirensOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ siren: sql<string>`left(${organisations.siret}, 9)` })
    .from(engineeringMembers)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, engineeringMembers.operatorId),
        eq(accompaniments.id, engineeringMembers.accompanimentId),
      ),
    )
    .innerJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(
      and(
        eq(engineeringMembers.operatorId, operatorId),
        eq(engineeringMembers.engineeringId, engineeringId),
        sql`${organisations.siret} is not null`,
      ),
    )
  return rows.map(({ siren }) => siren).sort()
}

export type SentShare = {
  shareKey: string
  leadId: string
  title: string | null
  startsOn: Day | null
  endsOn: Day | null
  quarters: number | null
  amountCents: number | null
  sirens: string[]
}

/** In the partner's transaction: its row, proposed again when what it is asked for has changed; null when nothing has. */
export async function proposeShare(tx: TenantTx, operatorId: string, sent: SentShare): Promise<string | null> {
  const [row] = await tx
    .insert(shares)
    .values({ operatorId, id: newId(), ...sent })
    .onConflictDoUpdate({
      target: [shares.operatorId, shares.shareKey],
      set: {
        ...sent,
        state: 'proposed',
        answeredOn: null,
        version: sql`${shares.version} + 1`,
        updatedAt: sql`now()`,
      },
      // The same job may come twice: what has not changed keeps its answer.
      setWhere: sql`(${shares.quarters}, ${shares.amountCents}, ${shares.startsOn}, ${shares.endsOn}, ${shares.title}, ${shares.sirens})
        is distinct from (excluded.quarters, excluded.amount_cents, excluded.starts_on, excluded.ends_on, excluded.title, excluded.sirens)`,
    })
    .returning({ id: shares.id })
  return row?.id ?? null
}

export async function sharesOf(tx: TenantTx, operatorId: string): Promise<Share[]> {
  const rows = await tx
    .select({ share: shares, lead: operators.name })
    .from(shares)
    .innerJoin(operators, eq(operators.id, shares.leadId))
    .where(eq(shares.operatorId, operatorId))
    .orderBy(desc(shares.createdAt), desc(shares.id))
  const wanted = [...new Set(rows.flatMap(({ share }) => share.sirens))]
  const known =
    wanted.length === 0
      ? []
      : await tx
          .select({
            id: organisations.id,
            name: organisations.name,
            siren: sql<string>`left(${organisations.siret}, 9)`,
          })
          .from(organisations)
          .where(
            and(
              eq(organisations.operatorId, operatorId),
              inArray(sql`left(${organisations.siret}, 9)`, wanted),
              sql`${organisations.mergedIntoId} is null`,
            ),
          )
  return rows.map(({ share, lead }) => {
    const { id, shareKey, leadId, title, quarters, amountCents, state, version, sirens } = share
    const own = known.filter(({ siren }) => sirens.includes(siren))
    return {
      id,
      shareKey,
      leadId,
      lead,
      title,
      quarters,
      amountCents,
      state,
      version,
      startsOn: day(share.startsOn),
      endsOn: day(share.endsOn),
      organisations: own.map(organisation => ({ id: organisation.id, name: organisation.name })),
      others: sirens.filter(siren => !own.some(organisation => organisation.siren === siren)).length,
    }
  })
}

export async function shareById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select()
    .from(shares)
    .where(and(eq(shares.operatorId, operatorId), eq(shares.id, id)))
    .for('update')
  return row ?? null
}

export async function answerShareRow(
  tx: TenantTx,
  operatorId: string,
  { id, state, answeredOn }: { id: string; state: ShareState; answeredOn: Day },
): Promise<void> {
  await tx
    .update(shares)
    .set({ state, answeredOn, version: sql`${shares.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(shares.operatorId, operatorId), eq(shares.id, id)))
}

/** In the lead's transaction: what its partner answered; the engineering that it is about, or null when it left. */
export async function notePartnerAnswer(
  tx: TenantTx,
  operatorId: string,
  { shareKey, state, answeredOn }: { shareKey: string; state: ShareState; answeredOn: string | null },
): Promise<string | null> {
  const [row] = await tx
    .update(operatorParts)
    .set({ state, answeredOn })
    .where(and(eq(operatorParts.operatorId, operatorId), eq(operatorParts.shareKey, shareKey)))
    .returning({ engineeringId: operatorParts.engineeringId })
  return row?.engineeringId ?? null
}
