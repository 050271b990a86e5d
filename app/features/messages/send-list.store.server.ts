import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { type SendState, sends } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type ListedSend = {
  id: string
  message: string
  recipient: string
  state: SendState
  dueAt: Date
  sentAt: Date | null
  failure: string | null
  subject: string | null
  rendered: string | null
  urgent: boolean
  number: string | null
  organisation: string | null
}

type Which = { states: readonly SendState[]; accompanimentId?: string | undefined }

const chosen = (operatorId: string, { states, accompanimentId }: Which) =>
  and(
    eq(sends.operatorId, operatorId),
    inArray(sends.state, [...states]),
    accompanimentId ? eq(sends.accompanimentId, accompanimentId) : undefined,
  )

/** Messages in these states: the soonest first for those to come, the latest first for the others. */
export function listSends(
  tx: TenantTx,
  operatorId: string,
  { limit, offset = 0, ...which }: Which & { limit: number; offset?: number },
): Promise<ListedSend[]> {
  const isToCome = which.states.includes('planned')
  return tx
    .select({
      id: sends.id,
      message: sends.message,
      recipient: sends.recipient,
      state: sends.state,
      dueAt: sends.dueAt,
      sentAt: sends.sentAt,
      failure: sends.failure,
      subject: sends.subject,
      rendered: sends.rendered,
      urgent: sends.urgent,
      number: accompaniments.number,
      organisation: organisations.name,
    })
    .from(sends)
    .leftJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, sends.accompanimentId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(chosen(operatorId, which))
    .orderBy(...(isToCome ? [asc(sends.dueAt), asc(sends.id)] : [desc(sends.dueAt), desc(sends.id)]))
    .limit(limit)
    .offset(offset)
}

export async function countSends(tx: TenantTx, operatorId: string, which: Which): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(sends).where(chosen(operatorId, which))
  return row?.count ?? 0
}

/** The case of this number, for a list that is about one case. */
export async function caseIdByNumber(tx: TenantTx, operatorId: string, number: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: accompaniments.id })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.number, number)))
  return row?.id ?? null
}
