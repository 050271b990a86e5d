import { and, asc, desc, eq, gte, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, planActions } from '#db/schema/accompaniments.ts'
import { handoverCases, handovers } from '#db/schema/caseload.ts'
import { notifications } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

const [giver, receiver] = [alias(users, 'giver'), alias(users, 'receiver')]
const columns = {
  id: handovers.id,
  fromId: handovers.fromUserId,
  toId: handovers.toUserId,
  from: giver.name,
  to: receiver.name,
  givenOn: handovers.givenOn,
  givenById: handovers.givenById,
  undoneOn: handovers.undoneOn,
}
export type Handover = NonNullable<Awaited<ReturnType<typeof handoverById>>>

const selected = (tx: TenantTx) =>
  tx
    .select(columns)
    .from(handovers)
    .innerJoin(giver, eq(giver.id, handovers.fromUserId))
    .innerJoin(receiver, eq(receiver.id, handovers.toUserId))

export async function handoverById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await selected(tx).where(and(eq(handovers.operatorId, operatorId), eq(handovers.id, id)))
  return row ?? null
}

/** Locked: of two who take it back at once, one does. */
export async function lockHandover(tx: TenantTx, operatorId: string, id: string) {
  await tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.operatorId, operatorId), eq(handovers.id, id)))
    .for('update')
  return handoverById(tx, operatorId, id)
}

/** Those given since a day, the latest first. */
export async function handoversSince(tx: TenantTx, operatorId: string, since: Day) {
  return selected(tx)
    .where(and(eq(handovers.operatorId, operatorId), gte(handovers.givenOn, since)))
    .orderBy(desc(handovers.givenOn), desc(handovers.id))
    .limit(20)
}

export async function insertHandover(
  tx: TenantTx,
  operatorId: string,
  values: { fromUserId: string; toUserId: string; givenOn: Day; givenById: string },
): Promise<string> {
  const id = newId()
  await tx.insert(handovers).values({ operatorId, id, ...values })
  return id
}

export async function insertHandoverCase(
  tx: TenantTx,
  operatorId: string,
  values: Omit<typeof handoverCases.$inferInsert, 'operatorId' | 'id'>,
): Promise<void> {
  await tx.insert(handoverCases).values({ operatorId, id: newId(), ...values })
}

export async function setUndone(tx: TenantTx, operatorId: string, id: string, undoneOn: Day): Promise<void> {
  await tx
    .update(handovers)
    .set({ undoneOn })
    .where(and(eq(handovers.operatorId, operatorId), eq(handovers.id, id)))
}

const title = sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`
const organisationOf = and(
  eq(organisations.operatorId, accompaniments.operatorId),
  eq(organisations.id, accompaniments.organisationId),
)

/** The cases of a passation, with who holds each now. */
export async function casesOfHandover(tx: TenantTx, operatorId: string, handoverId: string) {
  return tx
    .select({
      accompanimentId: handoverCases.accompanimentId,
      number: accompaniments.number,
      title,
      brief: handoverCases.brief,
      actionIds: handoverCases.actionIds,
      noticeIds: handoverCases.noticeIds,
      holderId: accompaniments.practitionerId,
      holder: users.name,
    })
    .from(handoverCases)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, handoverCases.operatorId),
        eq(accompaniments.id, handoverCases.accompanimentId),
      ),
    )
    .leftJoin(organisations, organisationOf)
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(and(eq(handoverCases.operatorId, operatorId), eq(handoverCases.handoverId, handoverId)))
    .orderBy(asc(accompaniments.number))
}

/** The cases in somebody's hands, those that wait longest first; whether each has ended is for its programme to say. */
export async function casesHeldBy(tx: TenantTx, operatorId: string, userId: string, limit: number) {
  return tx
    .select({
      number: accompaniments.number,
      title,
      programmeId: accompaniments.programmeId,
      state: accompaniments.state,
      nextStep: accompaniments.nextStep,
      nextOn: accompaniments.nextOn,
      nextDetail: accompaniments.nextDetail,
    })
    .from(accompaniments)
    .leftJoin(organisations, organisationOf)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.practitionerId, userId)))
    .orderBy(sql`${accompaniments.nextOn} asc nulls last`, desc(accompaniments.number))
    .limit(limit)
}

/** Open actions of a case that bear one name take another; answers which, with their titles. */
export async function renameOwner(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  { from, to, among }: { from: string; to: string; among?: readonly string[] },
): Promise<{ id: string; title: string }[]> {
  if (among?.length === 0) return []
  return tx
    .update(planActions)
    .set({ owner: to, version: sql`${planActions.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(planActions.operatorId, operatorId),
        eq(planActions.accompanimentId, accompanimentId),
        eq(planActions.owner, from),
        notInArray(planActions.status, ['done', 'dropped']),
        among ? inArray(planActions.id, [...among]) : undefined,
      ),
    )
    .returning({ id: planActions.id, title: planActions.title })
}

/** What one was told of a case and has not read is told to the other; answers which. */
export async function moveNotices(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  { fromId, toId, among }: { fromId: string; toId: string; among?: readonly string[] },
): Promise<string[]> {
  if (among?.length === 0) return []
  const rows = await tx
    .update(notifications)
    .set({ userId: toId })
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        eq(notifications.accompanimentId, accompanimentId),
        eq(notifications.userId, fromId),
        isNull(notifications.readAt),
        among ? inArray(notifications.id, [...among]) : undefined,
      ),
    )
    .returning({ id: notifications.id })
  return rows.map(({ id }) => id)
}
