import { and, count, desc, eq, gte, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { eraseSends } from '#app/features/messages/erase-sends.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { links } from '#db/schema/operators.ts'
import { type RequestState, requests } from '#db/schema/requests.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Request, RequestValues } from './written-request.ts'

const one = (operatorId: string, id: string) => and(eq(requests.operatorId, operatorId), eq(requests.id, id))

export async function requestById(tx: TenantTx, operatorId: string, id: string): Promise<Request | null> {
  const [row] = await tx.select().from(requests).where(one(operatorId, id))
  return row ?? null
}

/** The row, held until the transaction ends: of two answers the second meets the first. */
export async function lockRequest(tx: TenantTx, operatorId: string, id: string): Promise<Request | null> {
  const [row] = await tx.select().from(requests).where(one(operatorId, id)).for('update')
  return row ?? null
}

/** The number of the case that it became. */
export async function caseNumberOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ number: accompaniments.number })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, accompanimentId)))
  return row?.number ?? null
}

export async function insertRequest(
  tx: TenantTx,
  row: RequestValues &
    Pick<Request, 'operatorId' | 'id' | 'state' | 'locale' | 'email' | 'startedOn'> & { sentOn: string | null },
): Promise<void> {
  await tx.insert(requests).values(row)
}

export async function changeRequest(
  tx: TenantTx,
  { operatorId, id, version }: Pick<Request, 'operatorId' | 'id' | 'version'>,
  values: Partial<Request>,
): Promise<void> {
  await tx
    .update(requests)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(one(operatorId, id))
}

/**
 * Erases the drafts begun before a day to which no link leads any more, with their links, and with their author’s address
 * in all that was written to her. Answers how many.
 */
export async function eraseForgottenDrafts(
  tx: TenantTx,
  operatorId: string,
  { startedBefore, today }: { startedBefore: Day; today: Day },
): Promise<number> {
  const open = tx
    .select({ id: links.id })
    .from(links)
    .where(
      and(
        eq(links.operatorId, requests.operatorId),
        eq(links.subjectId, requests.id),
        isNull(links.revokedAt),
        gte(links.expiresOn, today),
      ),
    )
  const erased = await tx
    .delete(requests)
    .where(
      and(
        eq(requests.operatorId, operatorId),
        eq(requests.state, 'draft'),
        lt(requests.startedOn, startedBefore),
        notExists(open),
      ),
    )
    .returning({ id: requests.id })
  const ids = erased.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.delete(links).where(and(eq(links.operatorId, operatorId), inArray(links.subjectId, ids)))
  await eraseSends(tx, operatorId, { key: 'requestId', ids })
  return ids.length
}

/**
 * Erases from the requests that were answered who wrote them, with the links that opened them. One that waits keeps its
 * author: somebody must still be answered.
 */
export async function eraseAuthors(
  tx: TenantTx,
  operatorId: string,
  { address, name }: { address: string; name: string | null },
): Promise<void> {
  const erased = await tx
    .update(requests)
    .set({ email: '', phone: null, personName: null, personRole: null, updatedAt: sql`now()` })
    .where(
      and(
        eq(requests.operatorId, operatorId),
        inArray(requests.state, ['accepted', 'declined']),
        sql`lower(${requests.email}) = lower(${address})`,
        name === null ? undefined : eq(requests.personName, name),
      ),
    )
    .returning({ id: requests.id })
  const ids = erased.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(links).where(and(eq(links.operatorId, operatorId), inArray(links.subjectId, ids)))
}

/** Requests that wait for an answer: what the rail counts. */
export async function countWaiting(tx: TenantTx, operatorId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(requests)
    .where(and(eq(requests.operatorId, operatorId), eq(requests.state, 'sent')))
  return row?.count ?? 0
}

/** Those of one state, the latest first; drafts are their authors’ own and are never listed. */
export async function requestsIn(
  tx: TenantTx,
  operatorId: string,
  state: Exclude<RequestState, 'draft'>,
  { limit, offset }: { limit: number; offset: number },
) {
  return tx
    .select({
      id: requests.id,
      organisationName: requests.organisationName,
      place: requests.place,
      personName: requests.personName,
      urgent: requests.urgent,
      sentOn: requests.sentOn,
      decidedOn: requests.decidedOn,
      declineReason: requests.declineReason,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(requests)
    .where(and(eq(requests.operatorId, operatorId), eq(requests.state, state)))
    .orderBy(...(state === 'sent' ? [desc(requests.urgent), requests.sentOn] : [desc(requests.decidedOn)]), requests.id)
    .limit(limit)
    .offset(offset)
}
