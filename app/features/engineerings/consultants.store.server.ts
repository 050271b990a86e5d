import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Consultant } from './engineering.ts'

/** Everybody who was ever let into this engineering, those who still are first. */
export function consultantsOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Consultant[]> {
  return tx
    .select({
      grantId: grants.id,
      userId: grants.userId,
      name: users.name,
      email: users.email,
      fromOn: grants.fromOn,
      toOn: grants.toOn,
      revokedAt: grants.revokedAt,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(eq(grants.operatorId, operatorId), eq(grants.kind, 'consultant'), eq(grants.subjectId, engineeringId)))
    .orderBy(sql`${grants.revokedAt} desc nulls first`, asc(users.name))
}

/** The person of that address, known to some operator or new: a login belongs to nobody's list. */
export async function userOfAddress(tx: TenantTx, { name, email }: { name: string; email: string }) {
  // Drizzle names every column, and members may write only these.
  await tx.execute(sql`
    insert into ${users} (id, name, email, email_verified) values (${newId()}, ${name}, ${email}, false)
    on conflict do nothing`)
  const [row] = await tx
    .select({ id: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.email, email))
  if (!row) throw new Error('a user vanished between two statements')
  return row
}

export async function isMemberOfOperator(tx: TenantTx, operatorId: string, userId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.userId, userId),
        inArray(grants.kind, ['practitioner', 'manager']),
        isNull(grants.revokedAt),
      ),
    )
    .limit(1)
  return row !== undefined
}

type Dates = { fromOn: Day; toOn: Day | null }

export async function grantMission(
  tx: TenantTx,
  operatorId: string,
  { userId, engineeringId, fromOn, toOn }: Dates & { userId: string; engineeringId: string },
): Promise<string> {
  const id = newId()
  await tx.insert(grants).values({ operatorId, id, userId, kind: 'consultant', subjectId: engineeringId, fromOn, toOn })
  return id
}

/** When the contract's dates move, those of the reach move with them. */
export async function moveMission(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { startsOn, toOn }: { startsOn: Day | null; toOn: Day | null },
): Promise<void> {
  await tx
    .update(grants)
    .set({ toOn, ...(startsOn && { fromOn: startsOn }) })
    .where(ofMission(operatorId, engineeringId))
}

/** Ends at once the reach of one consultant, or of all; the users whose reach it was. */
export async function revokeMission(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { grantId, now }: { grantId?: string; now: Date },
): Promise<string[]> {
  const ended = await tx
    .update(grants)
    .set({ revokedAt: now })
    .where(and(ofMission(operatorId, engineeringId), grantId ? eq(grants.id, grantId) : undefined))
    .returning({ userId: grants.userId })
  return ended.map(row => row.userId)
}

const ofMission = (operatorId: string, engineeringId: string) =>
  and(
    eq(grants.operatorId, operatorId),
    eq(grants.kind, 'consultant'),
    eq(grants.subjectId, engineeringId),
    isNull(grants.revokedAt),
  )
