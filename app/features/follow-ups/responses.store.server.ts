import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { consents, followUpResponses, followUps, qualitativePieces } from '#db/schema/follow-ups.ts'
import { people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

const r = followUpResponses
export type ResponseRow = typeof r.$inferSelect
type WaveRow = { operatorId: string; id: string; accompanimentId: string }
type Who = { channel: 'link' | 'phone'; personId: string | null }

const ofPerson = and(eq(people.operatorId, r.operatorId), eq(people.id, r.personId))

/** What everybody answered of a wave, in the order in which they were asked. */
export function responsesOfWave(tx: TenantTx, operatorId: string, followUpId: string): Promise<ResponseRow[]> {
  return tx
    .select()
    .from(r)
    .where(and(eq(r.operatorId, operatorId), eq(r.followUpId, followUpId)))
    .orderBy(asc(r.createdAt), asc(r.id))
}

/** The same for every wave of a case, with the name of whoever has a sheet. */
export function responsesOfCase(tx: TenantTx, operatorId: string, accompanimentId: string) {
  return tx
    .select({ response: r, person: people.name })
    .from(r)
    .leftJoin(people, ofPerson)
    .where(and(eq(r.operatorId, operatorId), eq(r.accompanimentId, accompanimentId)))
    .orderBy(asc(r.createdAt), asc(r.id))
}

/** One person has one response, whichever way she answers; those that name nobody are told apart by theirs. */
const isOf =
  ({ channel, personId }: Who) =>
  (row: ResponseRow) =>
    row.personId === personId && (personId !== null || row.channel === channel)

/** Hers, and the one that the wave holds. */
export async function responsesFor(tx: TenantTx, operatorId: string, followUpId: string, who: Who) {
  const all = await responsesOfWave(tx, operatorId, followUpId)
  return { own: all.find(isOf(who)) ?? null, reference: all.find(({ isReference }) => isReference) ?? null }
}

/** A response of its own for a person who has none. The caller holds the lock of the wave. */
export async function beginResponse(tx: TenantTx, followUp: WaveRow, who: Who): Promise<ResponseRow> {
  const { operatorId, id: followUpId, accompanimentId } = followUp
  const [row] = await tx
    .insert(r)
    .values({ operatorId, id: newId(), followUpId, accompanimentId, ...who, isReference: false })
    .returning()
  if (!row) throw new Error('a response was not kept')
  return row
}

/** From now on the wave holds what this one answered. */
export async function makeReference(tx: TenantTx, row: ResponseRow): Promise<void> {
  await tx
    .update(r)
    .set({ isReference: sql`${r.id} = ${row.id}` })
    .where(and(eq(r.operatorId, row.operatorId), eq(r.followUpId, row.followUpId)))
}

export async function keepResponse(
  tx: TenantTx,
  row: ResponseRow,
  values: Partial<Pick<ResponseRow, 'answers' | 'pages' | 'respondent' | 'sentOn' | 'askedOn' | 'channel'>>,
): Promise<void> {
  await tx
    .update(r)
    .set({ ...values, version: sql`${r.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(r.operatorId, row.operatorId), eq(r.id, row.id)))
}

type Answered = WaveRow & {
  channel: 'link' | 'phone' | 'import' | null
  answeredOn: string | null
  answers: Record<string, unknown>
}

/** What a wave held before there were responses becomes one of them, so that nobody writes over it unseen. */
export async function keepWaveAsResponse(tx: TenantTx, wave: Answered): Promise<void> {
  const { operatorId, id: followUpId, accompanimentId, channel, answeredOn, answers } = wave
  const respondent = typeof answers.respondent === 'string' ? answers.respondent : null
  await tx.insert(r).values({
    operatorId,
    id: newId(),
    followUpId,
    accompanimentId,
    personId: null,
    channel: channel ?? 'import',
    respondent,
    answers,
    sentOn: answeredOn,
    isReference: true,
  })
}

/** Of somebody who is forgotten: no name stays beside her answers, and what she had not sent goes with her. */
export async function forgetRespondent(tx: TenantTx, operatorId: string, personId: string): Promise<void> {
  const hers = and(eq(r.operatorId, operatorId), eq(r.personId, personId))
  await tx.delete(r).where(and(hers, isNull(r.sentOn)))
  const rows = await tx
    .update(r)
    .set({ respondent: null, answers: sql`${r.answers} - 'respondent'` })
    .where(hers)
    .returning({ id: r.id, followUpId: r.followUpId, isReference: r.isReference })
  if (rows.length === 0) return
  await tx
    .update(consents)
    .set({ personName: '' })
    .where(
      and(
        eq(consents.operatorId, operatorId),
        inArray(
          consents.pieceId,
          tx
            .select({ id: qualitativePieces.id })
            .from(qualitativePieces)
            .where(
              and(
                eq(qualitativePieces.operatorId, operatorId),
                inArray(
                  qualitativePieces.fromResponseId,
                  rows.map(({ id }) => id),
                ),
              ),
            ),
        ),
      ),
    )
  for (const { followUpId } of rows.filter(({ isReference }) => isReference))
    await tx
      .update(followUps)
      .set({ answers: sql`${followUps.answers} - 'respondent'` })
      .where(and(eq(followUps.operatorId, operatorId), eq(followUps.id, followUpId)))
}
