import { and, asc, eq, inArray, like, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  type Brief,
  consultations,
  type Intention,
  invitations,
  offerFiles,
  offerScores,
  offers,
} from '#db/schema/consultations.ts'
import { providers } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Consultation, Invitation, Offer, Score, Told } from './consultation.ts'

export async function consultationOf(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
): Promise<Consultation | null> {
  const [row] = await tx
    .select()
    .from(consultations)
    .where(and(eq(consultations.operatorId, operatorId), eq(consultations.engineeringId, engineeringId)))
  const [openedOn, deadline] = [day(row?.openedOn), day(row?.deadline)]
  if (!row || !openedOn || !deadline) return null
  const { openedBy, waiverReason, waiverDocument, chosenOfferId, preferredOfferId, conflict, version } = row
  return {
    openedOn,
    openedBy,
    deadline,
    waiverReason,
    waiverDocument,
    chosenOfferId,
    preferredOfferId,
    conflict,
    version,
    conflictNote: row.conflictNote,
    justification: row.justification,
    decidedOn: day(row.decidedOn),
  }
}

type Opened = {
  openedOn: Day
  openedBy: string | null
  deadline: Day
  waiverReason: string | null
  waiverDocument: string | null
}

/** Opens it, or gives it a later deadline and more providers. */
export async function openOrExtend(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  opened: Opened,
): Promise<void> {
  const { deadline, waiverReason, waiverDocument } = opened
  await tx
    .insert(consultations)
    .values({ operatorId, id: newId(), engineeringId, ...opened })
    .onConflictDoUpdate({
      target: [consultations.operatorId, consultations.engineeringId],
      set: {
        deadline,
        waiverReason,
        waiverDocument,
        version: sql`${consultations.version} + 1`,
        updatedAt: sql`now()`,
      },
    })
  await tx
    .update(invitations)
    .set({ deadline })
    .where(and(eq(invitations.operatorId, operatorId), eq(invitations.engineeringId, engineeringId)))
}

type Decided = Pick<
  Consultation,
  'decidedOn' | 'chosenOfferId' | 'preferredOfferId' | 'conflict' | 'conflictNote' | 'justification'
>

export async function writeDecision(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  decided: Decided,
): Promise<void> {
  await tx
    .update(consultations)
    .set({ ...decided, version: sql`${consultations.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(consultations.operatorId, operatorId), eq(consultations.engineeringId, engineeringId)))
  if (decided.decidedOn) await closeInvitations(tx, operatorId, engineeringId, decided.decidedOn)
}

/** Nobody answers any more: it was decided, or given up. */
export async function closeInvitations(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  closedOn: Day,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ closedOn })
    .where(and(eq(invitations.operatorId, operatorId), eq(invitations.engineeringId, engineeringId)))
}

/** The scores were written as a whole, over this version. */
export async function bumpConsultation(tx: TenantTx, operatorId: string, engineeringId: string): Promise<void> {
  await tx
    .update(consultations)
    .set({ version: sql`${consultations.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(consultations.operatorId, operatorId), eq(consultations.engineeringId, engineeringId)))
}

export async function invitationsOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Invitation[]> {
  const rows = await tx
    .select({
      id: invitations.id,
      providerId: invitations.providerId,
      provider: providers.name,
      sentOn: invitations.sentOn,
      intention: invitations.intention,
      intentionOn: invitations.intentionOn,
    })
    .from(invitations)
    .innerJoin(
      providers,
      and(eq(providers.operatorId, invitations.operatorId), eq(providers.id, invitations.providerId)),
    )
    .where(and(eq(invitations.operatorId, operatorId), eq(invitations.engineeringId, engineeringId)))
    .orderBy(asc(providers.matchName))
  return rows.flatMap(({ sentOn, intentionOn, ...row }) => {
    const sent = day(sentOn)
    return sent ? [{ ...row, sentOn: sent, intentionOn: day(intentionOn) }] : []
  })
}

/** The ids of those who are asked now, by provider: one who was asked already is not asked again. */
export async function invite(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, asked, sentOn, deadline }: Asking,
): Promise<{ id: string; providerId: string }[]> {
  if (asked.length === 0) return []
  const made = await tx
    .insert(invitations)
    .values(asked.map(one => ({ operatorId, id: newId(), engineeringId, sentOn, deadline, ...one })))
    .onConflictDoNothing({ target: [invitations.operatorId, invitations.engineeringId, invitations.providerId] })
    .returning({ id: invitations.id, providerId: invitations.providerId })
  // An offer that came before its provider was asked is from then on its own, behind its link too.
  for (const { id, providerId } of made)
    await tx
      .update(offers)
      .set({ invitationId: id })
      .where(
        and(
          eq(offers.operatorId, operatorId),
          eq(offers.engineeringId, engineeringId),
          eq(offers.providerId, providerId),
        ),
      )
  return made
}

type Asking = {
  engineeringId: string
  asked: readonly { providerId: string; brief: Brief }[]
  sentOn: Day
  deadline: Day
}

export async function noteIntention(
  tx: TenantTx,
  operatorId: string,
  { id, intention, on }: { id: string; intention: Intention; on: Day },
): Promise<void> {
  await tx
    .update(invitations)
    .set({ intention, intentionOn: on })
    .where(and(eq(invitations.operatorId, operatorId), eq(invitations.id, id)))
}

const shownFile = { id: offerFiles.id, name: offerFiles.name, size: offerFiles.size }

export async function offersOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Offer[]> {
  const rows = await tx
    .select({ offer: offers, provider: providers.name, email: providers.email, file: shownFile })
    .from(offers)
    .innerJoin(providers, and(eq(providers.operatorId, offers.operatorId), eq(providers.id, offers.providerId)))
    .leftJoin(
      offerFiles,
      and(eq(offerFiles.operatorId, offers.operatorId), eq(offerFiles.invitationId, offers.invitationId)),
    )
    .where(and(eq(offers.operatorId, operatorId), eq(offers.engineeringId, engineeringId)))
    .orderBy(asc(offers.receivedOn), asc(providers.matchName))
  return rows.flatMap(({ offer, provider, email, file }) => {
    const receivedOn = day(offer.receivedOn)
    if (!receivedOn) return []
    const { id, providerId, days, amountCents, note, version, isDeposited } = offer
    const quarters = Math.round(days * 4)
    return [{ id, providerId, provider, email, receivedOn, quarters, amountCents, note, version, isDeposited, file }]
  })
}

type WrittenOffer = Pick<Offer, 'providerId' | 'receivedOn' | 'quarters' | 'amountCents' | 'note' | 'isDeposited'> & {
  invitationId: string | null
}

/** One offer per provider: a second one replaces the first. */
export async function writeOffer(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { providerId, quarters, ...offer }: WrittenOffer,
): Promise<void> {
  const values = { ...offer, days: quarters / 4 }
  await tx
    .insert(offers)
    .values({ operatorId, id: newId(), engineeringId, providerId, ...values })
    .onConflictDoUpdate({
      target: [offers.operatorId, offers.engineeringId, offers.providerId],
      set: { ...values, version: sql`${offers.version} + 1`, updatedAt: sql`now()` },
    })
}

export function scoresOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Score[]> {
  return tx
    .select({
      offerId: offerScores.offerId,
      criterionId: offerScores.criterionId,
      scorer: offerScores.scorer,
      points: offerScores.points,
    })
    .from(offerScores)
    .where(and(eq(offerScores.operatorId, operatorId), eq(offerScores.engineeringId, engineeringId)))
}

export async function replaceScores(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  scores: readonly Score[],
): Promise<void> {
  await tx
    .delete(offerScores)
    .where(and(eq(offerScores.operatorId, operatorId), eq(offerScores.engineeringId, engineeringId)))
  if (scores.length === 0) return
  await tx.insert(offerScores).values(scores.map(score => ({ operatorId, id: newId(), engineeringId, ...score })))
}

/** Providers as a consultation needs them: one without an address cannot be written to. */
export function providersByIds(tx: TenantTx, operatorId: string, ids: readonly string[]) {
  return providersWhere(tx, and(eq(providers.operatorId, operatorId), inArray(providers.id, [...ids])))
}

export const providersToAsk = (tx: TenantTx, operatorId: string) =>
  providersWhere(tx, eq(providers.operatorId, operatorId))

function providersWhere(tx: TenantTx, where: ReturnType<typeof and>) {
  return tx
    .select({ id: providers.id, name: providers.name, email: providers.email, confirmedOn: providers.confirmedOn })
    .from(providers)
    .where(where)
    .orderBy(asc(providers.matchName))
}

/** What became of the letters of a decision. */
export async function toldOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Told[]> {
  const rows = await tx
    .select({ recipient: sends.recipient, sentAt: sends.sentAt, state: sends.state })
    .from(sends)
    .where(and(eq(sends.operatorId, operatorId), like(sends.sendKey, `${decisionKey(engineeringId)}:%`)))
    .orderBy(asc(sends.recipient))
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: sentAt?.toISOString() ?? null }))
}

/** How the letters of a decision begin their key: each leaves once. */
export const decisionKey = (engineeringId: string) => `offer.decision:${engineeringId}`
