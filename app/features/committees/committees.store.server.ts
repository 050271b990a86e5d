import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { committeeItems, committeeMembers, committees } from '#db/schema/committees.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CommitteeItem, CommitteeMember, CommitteeOpinion, CommitteeRow } from './committee.ts'

const columns = {
  id: committees.id,
  heldOn: committees.heldOn,
  place: committees.place,
  opensOn: committees.opensOn,
  closesOn: committees.closesOn,
  sentAt: committees.sentAt,
}

export async function committeesOf(tx: TenantTx, operatorId: string): Promise<(CommitteeRow & { items: number })[]> {
  return tx
    .select({
      ...columns,
      items: sql<number>`(select count(*)::int from ${committeeItems} as i where i.operator_id = ${committees.operatorId} and i.committee_id = ${committees.id})`,
    })
    .from(committees)
    .where(eq(committees.operatorId, operatorId))
    .orderBy(desc(committees.heldOn), desc(committees.id))
    .limit(100)
}

export async function committeeById(tx: TenantTx, operatorId: string, id: string): Promise<CommitteeRow | null> {
  const [row] = await tx
    .select(columns)
    .from(committees)
    .where(and(eq(committees.operatorId, operatorId), eq(committees.id, id)))
  return row ?? null
}

export async function insertCommittee(
  tx: TenantTx,
  operatorId: string,
  committee: Omit<CommitteeRow, 'id' | 'sentAt'>,
): Promise<string> {
  const id = newId()
  await tx.insert(committees).values({ operatorId, id, ...committee })
  return id
}

export async function itemsOf(tx: TenantTx, operatorId: string, committeeId: string): Promise<CommitteeItem[]> {
  const t = committeeItems
  return tx
    .select({
      id: t.id,
      accompanimentId: t.accompanimentId,
      // A member of the committee reaches no case: its number is not hers to read.
      number: accompaniments.number,
      title: t.title,
      presentation: t.presentation,
      questions: t.questions,
      warnings: t.warnings,
      opinion: t.opinion,
      reason: t.reason,
      advisedQuarters: t.advisedQuarters,
      version: t.version,
    })
    .from(t)
    .leftJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, t.operatorId), eq(accompaniments.id, t.accompanimentId)),
    )
    .where(and(eq(t.operatorId, operatorId), eq(t.committeeId, committeeId)))
    .orderBy(asc(t.createdAt), asc(t.id))
}

/** Puts a case on the agenda, or writes its lines anew. */
export async function writeItem(
  tx: TenantTx,
  item: {
    operatorId: string
    committeeId: string
    accompanimentId: string
    title: string
    presentation: string
    questions: string | null
    warnings: string | null
  },
): Promise<string> {
  const { title, presentation, questions, warnings } = item
  const [row] = await tx
    .insert(committeeItems)
    .values({ ...item, id: newId() })
    .onConflictDoUpdate({
      target: [committeeItems.operatorId, committeeItems.committeeId, committeeItems.accompanimentId],
      set: {
        title,
        presentation,
        questions,
        warnings,
        version: sql`${committeeItems.version} + 1`,
        updatedAt: sql`now()`,
      },
    })
    .returning({ id: committeeItems.id })
  return row?.id ?? ''
}

export async function deleteItem(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(committeeItems).where(and(eq(committeeItems.operatorId, operatorId), eq(committeeItems.id, id)))
}

/** False when somebody wrote it meanwhile. */
export async function writeOpinion(
  tx: TenantTx,
  operatorId: string,
  {
    id,
    version,
    ...said
  }: {
    id: string
    version: number
    opinion: CommitteeOpinion
    reason: string | null
    advisedQuarters: number | null
  },
): Promise<boolean> {
  const t = committeeItems
  const rows = await tx
    .update(t)
    .set({ ...said, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id), eq(t.version, version)))
    .returning({ id: t.id })
  return rows.length > 0
}

export async function membersOf(tx: TenantTx, operatorId: string, committeeId: string): Promise<CommitteeMember[]> {
  const t = committeeMembers
  return tx
    .select({ id: t.id, name: t.name, email: t.email, function: t.function, sentAt: t.sentAt })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.committeeId, committeeId)))
    .orderBy(asc(t.name), asc(t.id))
}

export async function insertMember(
  tx: TenantTx,
  member: { operatorId: string; committeeId: string; name: string; email: string; function: string | null },
): Promise<string> {
  const id = newId()
  await tx.insert(committeeMembers).values({ id, ...member })
  return id
}

export async function deleteMember(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(committeeMembers).where(and(eq(committeeMembers.operatorId, operatorId), eq(committeeMembers.id, id)))
}

export async function markAgendaSent(tx: TenantTx, operatorId: string, committeeId: string, now: Date): Promise<void> {
  await tx
    .update(committees)
    .set({ sentAt: now })
    .where(and(eq(committees.operatorId, operatorId), eq(committees.id, committeeId)))
  await tx
    .update(committeeMembers)
    .set({ sentAt: now })
    .where(and(eq(committeeMembers.operatorId, operatorId), eq(committeeMembers.committeeId, committeeId)))
}

export type CandidateCase = { number: string; title: string }

/** The cases that a committee may be asked about: those whose diagnostic is validated and whose plan is not approved. */
export async function candidateCases(tx: TenantTx, operatorId: string): Promise<CandidateCase[]> {
  const t = accompaniments
  return tx
    .select({ number: t.number, title: sql<string>`coalesce(${organisations.name}, ${t.title}, ${t.number})` })
    .from(t)
    .leftJoin(organisations, and(eq(organisations.operatorId, t.operatorId), eq(organisations.id, t.organisationId)))
    .where(
      and(eq(t.operatorId, operatorId), inArray(t.state, ['diagnostic_validated', 'planning', 'committee_review'])),
    )
    .orderBy(asc(t.number))
    .limit(200)
}

/** The name under which a case stands on an agenda. */
export async function titleOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<string> {
  const t = accompaniments
  const [row] = await tx
    .select({ title: sql<string>`coalesce(${organisations.name}, ${t.title}, ${t.number})` })
    .from(t)
    .leftJoin(organisations, and(eq(organisations.operatorId, t.operatorId), eq(organisations.id, t.organisationId)))
    .where(and(eq(t.operatorId, operatorId), eq(t.id, accompanimentId)))
  return row?.title ?? ''
}

export type CaseMeeting = { committeeId: string; heldOn: string } & Pick<CommitteeItem, 'opinion' | 'advisedQuarters'>

/** The committees that a case was or will be presented to, in their order. */
export async function meetingsOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<CaseMeeting[]> {
  const t = committeeItems
  return tx
    .select({
      committeeId: t.committeeId,
      heldOn: committees.heldOn,
      opinion: t.opinion,
      advisedQuarters: t.advisedQuarters,
    })
    .from(t)
    .innerJoin(committees, and(eq(committees.operatorId, t.operatorId), eq(committees.id, t.committeeId)))
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(asc(committees.heldOn))
}
