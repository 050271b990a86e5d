import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { operators } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { type ShareState, sharedSessions, shareMembers, shares } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type SentShare, type Share, standingPart } from './share.ts'

/**
 * In the partner's transaction: its row as the lead has just written it. It is asked again when its part is another one
 * than the one it accepted.
 * Null for a writing that came after a later one, or came twice.
 */
export async function receiveShare(
  tx: TenantTx,
  operatorId: string,
  { held, ...sent }: SentShare,
): Promise<{ id: string; isAsked: boolean } | null> {
  const [made] = await tx
    .insert(shares)
    .values({ operatorId, id: newId(), ...sent })
    .onConflictDoNothing({ target: [shares.operatorId, shares.shareKey] })
    .returning({ id: shares.id })
  if (made) {
    await writeHeld(tx, operatorId, made.id, held)
    return { id: made.id, isAsked: true }
  }
  const [row] = await tx
    .select()
    .from(shares)
    .where(and(eq(shares.operatorId, operatorId), eq(shares.shareKey, sent.shareKey)))
    .for('update')
  if (!row || row.sent >= sent.sent) return null
  const isOther = row.ask !== sent.ask || row.quarters !== sent.quarters || row.amountCents !== sent.amountCents
  // Amended back to what it accepted: there is nothing to ask.
  const isAsked = isOther && !(sent.counted && standingPart(sent) === null)
  const state = isAsked ? ('proposed' as const) : ('accepted' as const)
  const asked = isOther && { state, answeredOn: null, version: row.version + 1 }
  await tx
    .update(shares)
    .set({ ...sent, ...asked, updatedAt: sql`now()` })
    .where(and(eq(shares.operatorId, operatorId), eq(shares.id, row.id)))
  await writeHeld(tx, operatorId, row.id, held)
  return { id: row.id, isAsked }
}

async function writeHeld(tx: TenantTx, operatorId: string, shareId: string, held: SentShare['held']): Promise<void> {
  await tx
    .delete(sharedSessions)
    .where(and(eq(sharedSessions.operatorId, operatorId), eq(sharedSessions.shareId, shareId)))
  if (held.length > 0)
    await tx.insert(sharedSessions).values(held.map(session => ({ operatorId, id: newId(), shareId, ...session })))
}

export async function shareById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select()
    .from(shares)
    .where(and(eq(shares.operatorId, operatorId), eq(shares.id, id)))
    .for('update')
  return row ?? null
}

/**
 * What is declined counts no more from now on, but for a part that `stands` while its amendment is declined; what is
 * accepted counts once the lead has noted it.
 */
export async function answerShareRow(
  tx: TenantTx,
  operatorId: string,
  { id, state, answeredOn, stands }: { id: string; state: ShareState; answeredOn: Day; stands: boolean },
): Promise<void> {
  await tx
    .update(shares)
    .set({
      state,
      answeredOn,
      ...(state === 'declined' && !stands && { counted: false }),
      version: sql`${shares.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(shares.operatorId, operatorId), eq(shares.id, id)))
}

/** False when the case already takes part. */
export async function joinShare(
  tx: TenantTx,
  operatorId: string,
  pair: { shareId: string; accompanimentId: string },
): Promise<boolean> {
  const added = await tx
    .insert(shareMembers)
    .values({ operatorId, id: newId(), ...pair })
    .onConflictDoNothing({ target: [shareMembers.operatorId, shareMembers.shareId, shareMembers.accompanimentId] })
    .returning({ id: shareMembers.id })
  return added.length > 0
}

export async function leaveShare(
  tx: TenantTx,
  operatorId: string,
  { shareId, accompanimentId }: { shareId: string; accompanimentId: string },
): Promise<boolean> {
  const left = await tx
    .delete(shareMembers)
    .where(
      and(
        eq(shareMembers.operatorId, operatorId),
        eq(shareMembers.shareId, shareId),
        eq(shareMembers.accompanimentId, accompanimentId),
      ),
    )
    .returning({ id: shareMembers.id })
  return left.length > 0
}

const caseColumns = {
  accompanimentId: accompaniments.id,
  number: accompaniments.number,
  name: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
}
const ofOrganisation = and(
  eq(organisations.operatorId, accompaniments.operatorId),
  eq(organisations.id, accompaniments.organisationId),
)

export async function sharesOf(tx: TenantTx, operatorId: string): Promise<Share[]> {
  const rows = await tx
    .select({
      share: shares,
      lead: operators.name,
      // Of the whole engineering, this operator's part: what its figures count of it.
      days: sql<number>`(
        select coalesce(sum(${sharedSessions.days}), 0) * ${shares.weight} / greatest(${shares.total}, 1) from ${sharedSessions}
        where ${sharedSessions.operatorId} = ${shares.operatorId} and ${sharedSessions.shareId} = ${shares.id})::float8`,
    })
    .from(shares)
    .innerJoin(operators, eq(operators.id, shares.leadId))
    .where(eq(shares.operatorId, operatorId))
    .orderBy(desc(shares.createdAt), desc(shares.id))
  const wanted = [...new Set(rows.flatMap(({ share }) => share.sirens))]
  const siren = sql<string>`left(${organisations.siret}, 9)`
  const known =
    wanted.length === 0
      ? []
      : await tx
          .select({ id: organisations.id, name: organisations.name, siren })
          .from(organisations)
          .where(
            and(
              eq(organisations.operatorId, operatorId),
              inArray(sql`left(${organisations.siret}, 9)`, wanted),
              sql`${organisations.mergedIntoId} is null`,
            ),
          )
  const cases =
    known.length === 0
      ? []
      : await tx
          .select({ ...caseColumns, organisationId: accompaniments.organisationId })
          .from(accompaniments)
          .innerJoin(organisations, ofOrganisation)
          .where(
            and(
              eq(accompaniments.operatorId, operatorId),
              inArray(
                accompaniments.organisationId,
                known.map(({ id }) => id),
              ),
            ),
          )
          .orderBy(asc(organisations.name), asc(accompaniments.number))
  const members = await tx
    .select({ ...caseColumns, shareId: shareMembers.shareId })
    .from(shareMembers)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, shareMembers.operatorId), eq(accompaniments.id, shareMembers.accompanimentId)),
    )
    .leftJoin(organisations, ofOrganisation)
    .where(eq(shareMembers.operatorId, operatorId))
    .orderBy(asc(organisations.name), asc(accompaniments.number))
  return rows.map(({ share, lead, days }) => {
    const { id, shareKey, leadId, title, quarters, amountCents, state, version, sirens, weight, total } = share
    const own = known.filter(one => sirens.includes(one.siren))
    const joined = members.filter(({ shareId }) => shareId === id)
    const { countedCents } = share
    const cents = countedCents === null ? null : Math.round((countedCents * weight) / Math.max(total, 1))
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
      others: sirens.filter(one => !own.some(organisation => organisation.siren === one)).length,
      isWithdrawn: weight === 0,
      standing: standingPart(share),
      counted: share.counted ? { days, cents, provider: share.providerName } : null,
      members: joined.map(({ accompanimentId, number, name }) => ({ accompanimentId, number, name })),
      candidates: cases
        .filter(
          one =>
            own.some(({ id: organisationId }) => organisationId === one.organisationId) &&
            !joined.some(({ accompanimentId }) => accompanimentId === one.accompanimentId),
        )
        .map(({ accompanimentId, number, name }) => ({ accompanimentId, number, name })),
    }
  })
}
