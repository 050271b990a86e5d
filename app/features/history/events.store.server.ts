import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { erasedRecipient } from '#app/features/messages/send-rules.ts'
import { invitations } from '#db/schema/consultations.ts'
import { engineeringMembers } from '#db/schema/engineerings.ts'
import { events, sends } from '#db/schema/journal.ts'
import { personTraces } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type CaseEvent = {
  id: string
  name: string
  subjectId: string
  actorKind: string
  actorId: string | null
  actorName: string
  happenedOn: string
  at: Date
  data: Record<string, unknown>
}

export type FoundEvent = Pick<CaseEvent, 'id' | 'name' | 'subjectId' | 'data'>

/** What an event says of a person stands beside it until she is forgotten. */
const ofTrace = and(
  eq(personTraces.operatorId, events.operatorId),
  eq(personTraces.id, sql`(case when ${events.data} ? 'trace' then ${events.data} ->> 'trace' end)::uuid`),
)
const withTrace = sql<Record<string, unknown>>`${events.data} || coalesce(${personTraces.data}, '{}'::jsonb)`

/** One event of a case, or of one of these subjects. */
export async function eventOf(
  tx: TenantTx,
  operatorId: string,
  eventId: string,
  of: { accompanimentId: string } | { subjectIds: readonly string[] },
): Promise<FoundEvent | null> {
  const [row] = await tx
    .select({ id: events.id, name: events.name, subjectId: events.subjectId, data: withTrace })
    .from(events)
    .leftJoin(personTraces, ofTrace)
    .where(
      and(
        eq(events.operatorId, operatorId),
        eq(events.id, eventId),
        'accompanimentId' in of
          ? eq(events.accompanimentId, of.accompanimentId)
          : inArray(events.subjectId, [...of.subjectIds]),
      ),
    )
  return row ?? null
}

/** What happened to these subjects themselves, the latest first. */
export async function eventsOfSubjects(
  tx: TenantTx,
  operatorId: string,
  subjectIds: readonly string[],
  limit: number,
): Promise<CaseEvent[]> {
  return tx
    .select({
      id: events.id,
      name: events.name,
      subjectId: events.subjectId,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: events.actorName,
      happenedOn: events.happenedOn,
      at: events.at,
      data: withTrace,
    })
    .from(events)
    .leftJoin(personTraces, ofTrace)
    .where(and(eq(events.operatorId, operatorId), inArray(events.subjectId, [...subjectIds])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(limit)
}

/**
 * History is never written over, so it keeps no address: that of a message is read from its line of the ledger, where it
 * can be erased. `context` then chooses the sentence that names nobody.
 */
const withRecipient = sql<Record<string, unknown>>`${events.data} || case
  when ${sends.id} is null then '{}'::jsonb
  when ${sends.recipient} = ${erasedRecipient} then jsonb_build_object('context', 'erased')
  else jsonb_build_object('recipient', ${sends.recipient}) end`

/**
 * What a provider did by its link: it does not reach the cases of the engineering that it bids for, so what it writes
 * names its invitation alone. Read as one array, so that PostgreSQL joins two index scans.
 */
const answeredByLink = (operatorId: string, accompanimentId: string) =>
  and(
    eq(events.subjectKind, 'invitation'),
    isNull(events.accompanimentId),
    sql`${events.subjectId} = any(array(
      select ${invitations.id} from ${invitations}
      join ${engineeringMembers} on ${engineeringMembers.operatorId} = ${invitations.operatorId}
        and ${engineeringMembers.engineeringId} = ${invitations.engineeringId}
      where ${invitations.operatorId} = ${operatorId} and ${engineeringMembers.accompanimentId} = ${accompanimentId}))`,
  )

/** What happened in a case (to these nouns alone, when they are given), the latest first, with the number of all. */
export async function eventsOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  { limit, offset = 0, nouns = null }: { limit: number; offset?: number; nouns?: readonly string[] | null },
): Promise<(CaseEvent & { total: number })[]> {
  return tx
    .select({
      id: events.id,
      name: events.name,
      subjectId: events.subjectId,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: events.actorName,
      happenedOn: events.happenedOn,
      at: events.at,
      data: withRecipient,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(events)
    .leftJoin(
      sends,
      and(eq(events.subjectKind, 'send'), eq(sends.operatorId, events.operatorId), eq(sends.id, events.subjectId)),
    )
    .where(
      and(
        eq(events.operatorId, operatorId),
        or(eq(events.accompanimentId, accompanimentId), answeredByLink(operatorId, accompanimentId)),
        nouns ? sql`split_part(${events.name}, '.', 1) = any(${sql.param([...nouns])}::text[])` : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(limit)
    .offset(offset)
}
