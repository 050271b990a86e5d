import { and, asc, eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { committeeAdvice, committeeItems, committeeMembers } from '#db/schema/committees.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CommitteeAdvice, CommitteeOpinion, SharedAgenda } from './committee.ts'
import { committeeById, itemsOf } from './committees.store.server.ts'

const t = committeeAdvice

/** What members have said: of everybody for the team, her own for a member. */
export async function adviceOf(tx: TenantTx, operatorId: string, committeeId: string): Promise<CommitteeAdvice[]> {
  return tx
    .select({
      itemId: t.itemId,
      memberId: t.memberId,
      member: committeeMembers.name,
      opinion: t.opinion,
      body: t.body,
    })
    .from(t)
    .innerJoin(
      committeeMembers,
      and(eq(committeeMembers.operatorId, t.operatorId), eq(committeeMembers.id, t.memberId)),
    )
    .innerJoin(committeeItems, and(eq(committeeItems.operatorId, t.operatorId), eq(committeeItems.id, t.itemId)))
    .where(and(eq(t.operatorId, operatorId), eq(committeeItems.committeeId, committeeId)))
    .orderBy(asc(committeeMembers.name))
}

export async function writeAdvice(
  tx: TenantTx,
  advice: {
    operatorId: string
    itemId: string
    memberId: string
    opinion: CommitteeOpinion
    body: string | null
    givenAt: Date
  },
): Promise<void> {
  const { opinion, body, givenAt } = advice
  await tx
    .insert(t)
    .values({ ...advice, id: newId() })
    .onConflictDoUpdate({ target: [t.operatorId, t.itemId, t.memberId], set: { opinion, body, givenAt } })
}

/** The agenda of a member's link, while it is open; out of its days PostgreSQL itself hides it. */
export async function agendaByLink(
  { tx, operator, today }: { tx: TenantTx; operator: { id: string; name: string }; today: string },
  { subjectId }: { subjectId: string },
): Promise<SharedAgenda | null> {
  const [member] = await tx
    .select({ id: committeeMembers.id, name: committeeMembers.name, committeeId: committeeMembers.committeeId })
    .from(committeeMembers)
    .where(and(eq(committeeMembers.operatorId, operator.id), eq(committeeMembers.id, subjectId)))
  const committee = member && (await committeeById(tx, operator.id, member.committeeId))
  if (!committee || committee.opensOn > today || committee.closesOn < today) return null
  const items = await itemsOf(tx, operator.id, committee.id)
  return {
    operator: operator.name,
    committee,
    member: { id: member.id, name: member.name },
    items: items.map(({ accompanimentId: _case, number: _number, ...item }) => item),
    advice: await adviceOf(tx, operator.id, committee.id),
  }
}
