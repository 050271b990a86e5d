import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { engineeringMembers, providers, sessions } from '#db/schema/engineerings.ts'
import { organisations } from '#db/schema/organisations.ts'
import { operatorParts } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import { countedOf, partsOf, type SentShare } from './share.ts'
import { operatorPartsOf } from './shares.store.server.ts'

/** The SIREN of each member that has one: nothing else of an organisation leaves its operator. */
async function sirensOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<string[]> {
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

/** What each partner is told of an engineering, beside the number of the writing; nothing when nobody has a part. */
export async function factsForPartners(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
): Promise<{ partnerId: string; share: Omit<SentShare, 'sent'> }[]> {
  const engineering = await engineeringById(tx, operatorId, engineeringId)
  if (!engineering) return []
  const parts = await operatorPartsOf(tx, operatorId, engineeringId)
  const sums = partsOf(
    { quarters: engineering.orderedQuarters, cents: engineering.amountCents },
    parts.map(({ weight }) => weight),
  )
  const held = await tx
    .select({ heldOn: sessions.heldOn, days: sessions.days, kind: sessions.kind })
    .from(sessions)
    .where(
      and(eq(sessions.operatorId, operatorId), eq(sessions.engineeringId, engineeringId), eq(sessions.status, 'held')),
    )
    .orderBy(asc(sessions.heldOn), asc(sessions.id))
  const [provider] = engineering.providerId
    ? await tx
        .select({ name: providers.name, match: providers.matchName })
        .from(providers)
        .where(and(eq(providers.operatorId, operatorId), eq(providers.id, engineering.providerId)))
    : []
  const { title, kind, startsOn, endsOn, signedOn, paidOn, amountCents: wholeCents } = engineering
  const common = {
    leadId: operatorId,
    title,
    kind,
    startsOn,
    endsOn,
    signedOn,
    paidOn,
    wholeCents,
    providerName: provider?.name ?? null,
    providerMatch: provider?.match ?? null,
    sirens: await sirensOf(tx, operatorId, engineeringId),
    total: parts.reduce((sum, { weight }) => sum + weight, 0),
    held: held.map(session => ({ ...session, heldOn: day(session.heldOn) })),
  }
  return parts.flatMap(({ partnerId, isLead, shareKey, weight, state, ask, accepted, acceptedWholeCents }, index) => {
    if (isLead) return []
    const { quarters = null, cents: amountCents = null } = sums[index] ?? {}
    const counted = state === 'accepted' && weight > 0
    const standing = {
      counted,
      acceptedQuarters: accepted.quarters,
      acceptedCents: accepted.cents,
      countedCents: counted ? countedOf(wholeCents, acceptedWholeCents) : null,
    }
    return [{ partnerId, share: { ...common, shareKey, weight, ask, quarters, amountCents, ...standing } }]
  })
}

/**
 * The number of the next writing to the partners, asked with the engineering locked and before anything is read: the
 * higher number always has the later reading. Null when the engineering was never shared.
 */
export async function nextWriting(tx: TenantTx, operatorId: string, engineeringId: string): Promise<number | null> {
  const [row] = await tx
    .update(operatorParts)
    .set({ sent: sql`${operatorParts.sent} + 1` })
    .where(ownLine(operatorId, engineeringId))
    .returning({ sent: operatorParts.sent })
  return row?.sent ?? null
}

export async function noteWriting(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  sentHash: string,
): Promise<void> {
  await tx.update(operatorParts).set({ sentHash }).where(ownLine(operatorId, engineeringId))
}

const ownLine = (operatorId: string, engineeringId: string) =>
  and(
    eq(operatorParts.operatorId, operatorId),
    eq(operatorParts.engineeringId, engineeringId),
    eq(operatorParts.partnerId, operatorId),
  )

/** What this operator leads and shares, with what its partners were told last. */
export function sharedByLead(tx: TenantTx, operatorId: string) {
  const others = tx
    .select({ engineeringId: operatorParts.engineeringId })
    .from(operatorParts)
    .where(and(eq(operatorParts.operatorId, operatorId), ne(operatorParts.partnerId, operatorId)))
  return tx
    .select({ engineeringId: operatorParts.engineeringId, sentHash: operatorParts.sentHash, sent: operatorParts.sent })
    .from(operatorParts)
    .where(
      and(
        eq(operatorParts.operatorId, operatorId),
        eq(operatorParts.partnerId, operatorId),
        sql`${operatorParts.engineeringId} in ${others}`,
      ),
    )
}
