import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Recording } from '#app/features/history/history.store.server.ts'
import { extendLink } from '#app/features/messages/message-facts.store.server.ts'
import { addMonths } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  consents,
  type followUpResponses,
  followUps,
  type PieceAudience,
  qualitativePieces,
} from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Quote } from './quote.ts'

type Response = Pick<
  typeof followUpResponses.$inferSelect,
  'id' | 'operatorId' | 'followUpId' | 'accompanimentId' | 'isReference'
>

const ofResponse = (operatorId: string, responseId: string) =>
  and(eq(qualitativePieces.operatorId, operatorId), eq(qualitativePieces.fromResponseId, responseId))

/** The sentence that somebody left with her answers, and who she lets read it; null when she left none. */
export async function quoteOf(
  tx: TenantTx,
  response: { id: string; operatorId: string; answers: Readonly<Record<string, unknown>> },
): Promise<Quote | null> {
  const { verbatim } = response.answers
  const [row] = await tx
    .select({ body: qualitativePieces.body, audience: consents.audience, withdrawnOn: consents.withdrawnOn })
    .from(qualitativePieces)
    .innerJoin(
      consents,
      and(eq(consents.operatorId, qualitativePieces.operatorId), eq(consents.pieceId, qualitativePieces.id)),
    )
    .where(ofResponse(response.operatorId, response.id))
    .orderBy(desc(isNull(consents.withdrawnOn)), desc(consents.givenOn), desc(consents.id))
    .limit(1)
  if (row) return { ...row, audience: row.withdrawnOn ? null : row.audience }
  return typeof verbatim === 'string' ? { body: verbatim, audience: null, withdrawnOn: null } : null
}

type Decision = { body: string; audience: PieceAudience | null; author: string | null }

/**
 * Who may read a sentence from now on: the consents that stand are withdrawn, and another is given unless nobody may. It
 * is signed by nobody, as its form says; the consent says who gave it, to the team alone. False when that stood already.
 */
export async function decideQuote(
  ctx: Pick<Recording, 'tx' | 'operator' | 'today' | 'record'>,
  response: Response,
  { body, audience, author }: Decision,
): Promise<boolean> {
  const { tx, operator, today, record } = ctx
  const known = await pieceOf(tx, operator.id, response.id)
  const standing = known ? await standingConsents(tx, operator.id, known) : []
  if (standing.length === (audience ? 1 : 0) && standing.every(consent => consent.audience === audience)) return false
  const pieceId = known ?? (await insertQuote(tx, response, { body, on: today }))
  const subject = { subjectKind: 'testimony', subjectId: pieceId, accompanimentId: response.accompanimentId }
  for (const consent of standing) {
    await tx
      .update(consents)
      .set({ withdrawnOn: today })
      .where(and(eq(consents.operatorId, operator.id), eq(consents.id, consent.id)))
    await record({ name: 'consent.withdrawn', ...subject, data: { audience: consent.audience } })
  }
  if (audience) {
    await tx.insert(consents).values({
      operatorId: operator.id,
      id: newId(),
      pieceId,
      accompanimentId: response.accompanimentId,
      audience,
      personName: author ?? '',
      givenOn: today,
      evidence: `follow-up:${response.followUpId}`,
    })
    // Who agreed stands on the consent, where it can be erased.
    await record({ name: 'consent.given', ...subject, data: { audience } })
  }
  if (response.isReference)
    await tx
      .update(followUps)
      .set({ quoteConsent: isQuoted(audience) })
      .where(and(eq(followUps.operatorId, operator.id), eq(followUps.id, response.followUpId)))
  return true
}

/**
 * Withdrawing is as easy as agreeing (GDPR, article 7, 3): the link by which somebody agreed goes on opening until the
 * longest time that a case may be kept has passed, ten years (commercial code, L123-22).
 */
const withdrawableMonths = 120

export const keepWithdrawable = (
  { tx, operator, today }: Pick<Recording, 'tx' | 'operator' | 'today'>,
  link: { id: string },
): Promise<void> => extendLink(tx, operator.id, link.id, addMonths(today, withdrawableMonths))

/** Read outside of the team. */
const isQuoted = (audience: PieceAudience | null): boolean => audience === 'funder' || audience === 'public'

async function pieceOf(tx: TenantTx, operatorId: string, responseId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: qualitativePieces.id })
    .from(qualitativePieces)
    .where(ofResponse(operatorId, responseId))
  return row?.id ?? null
}

function standingConsents(tx: TenantTx, operatorId: string, pieceId: string) {
  return tx
    .select({ id: consents.id, audience: consents.audience })
    .from(consents)
    .where(and(eq(consents.operatorId, operatorId), eq(consents.pieceId, pieceId), isNull(consents.withdrawnOn)))
    .for('update')
}

async function insertQuote(tx: TenantTx, response: Response, { body, on }: { body: string; on: string }) {
  const { operatorId, accompanimentId, followUpId: fromFollowUpId, id: fromResponseId } = response
  const id = newId()
  await tx.insert(qualitativePieces).values({
    operatorId,
    id,
    accompanimentId,
    kind: 'verbatim',
    body,
    author: null,
    collectedOn: on,
    fromFollowUpId,
    fromResponseId,
  })
  return id
}
