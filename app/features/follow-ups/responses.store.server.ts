import { and, asc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { followUpResponses } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import { isOpen } from './answers.ts'

const r = followUpResponses
export type ResponseRow = typeof r.$inferSelect
type WaveRow = { operatorId: string; id: string; accompanimentId: string; state: string }
type Who = { channel: 'link' | 'phone'; personId: string | null }

/** What everybody answered of a wave, in the order in which they were asked. */
function responsesOfWave(tx: TenantTx, operatorId: string, followUpId: string): Promise<ResponseRow[]> {
  return tx
    .select()
    .from(r)
    .where(and(eq(r.operatorId, operatorId), eq(r.followUpId, followUpId)))
    .orderBy(asc(r.createdAt), asc(r.id))
}

const isOf =
  ({ channel, personId }: Who) =>
  (row: ResponseRow) =>
    row.channel === channel && row.personId === personId

export async function responseOf(
  tx: TenantTx,
  operatorId: string,
  followUpId: string,
  who: Who,
): Promise<ResponseRow | null> {
  return (await responsesOfWave(tx, operatorId, followUpId)).find(isOf(who)) ?? null
}

/** A response of its own for a person who has none; the first of an open wave is its reference. The caller holds its lock. */
export async function beginResponse(
  tx: TenantTx,
  followUp: WaveRow,
  who: Who & { respondent?: string | null },
): Promise<ResponseRow> {
  const { operatorId, id: followUpId, accompanimentId } = followUp
  const known = await responsesOfWave(tx, operatorId, followUpId)
  const isReference = isOpen(followUp.state) && !known.some(row => row.isReference)
  const [row] = await tx
    .insert(r)
    .values({ operatorId, id: newId(), followUpId, accompanimentId, ...who, isReference })
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
  values: Partial<Pick<ResponseRow, 'answers' | 'pages' | 'respondent' | 'sentOn' | 'isReference'>>,
): Promise<void> {
  await tx
    .update(r)
    .set({ ...values, version: sql`${r.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(r.operatorId, row.operatorId), eq(r.id, row.id)))
}
