import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import type { IdentityTx } from '#db/identity.ts'
import { signIns, users } from '#db/schema/users.ts'

export type SignInRow = {
  signInId: string
  userId: string
  name: string
  email: string
  locale: string
  openedAt: Date
  usedAt: Date
  secondFactorAt: Date | null
  /** She has a second factor, so a sign-in without it opens nothing. */
  hasSecondFactor: boolean
}

/** The sign-in of a cookie: not ended, not idle since `idleSince`, of a person who is not deactivated. */
export async function findSignIn(
  tx: IdentityTx,
  tokenHash: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<SignInRow | null> {
  const [row] = await tx
    .select({
      signInId: signIns.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      openedAt: signIns.createdAt,
      usedAt: signIns.updatedAt,
      secondFactorAt: signIns.secondFactorAt,
      hasSecondFactor: users.twoFactorEnabled,
    })
    .from(signIns)
    .innerJoin(users, eq(users.id, signIns.userId))
    .where(
      and(
        eq(signIns.token, tokenHash),
        gt(signIns.expiresAt, now),
        gt(signIns.updatedAt, idleSince),
        isNull(users.deactivatedAt),
      ),
    )
  return row ?? null
}

export async function noteUse(tx: IdentityTx, signInId: string, now: Date): Promise<void> {
  await tx.update(signIns).set({ updatedAt: now }).where(eq(signIns.id, signInId))
}

/** Ends one sign-in of a person; false when it is not hers or already ended. */
export async function endSignIn(tx: IdentityTx, userId: string, signInId: string): Promise<boolean> {
  const ended = await tx
    .delete(signIns)
    .where(and(eq(signIns.id, signInId), eq(signIns.userId, userId)))
    .returning({ id: signIns.id })
  return ended.length > 0
}

export async function endSignInOfToken(tx: IdentityTx, tokenHash: string): Promise<void> {
  await tx.delete(signIns).where(eq(signIns.token, tokenHash))
}

/** Ends every sign-in of a person, save the one that she keeps. */
export async function endSignInsOf(tx: IdentityTx, userId: string, kept: string | null = null): Promise<number> {
  const mine = eq(signIns.userId, userId)
  const ended = await tx
    .delete(signIns)
    .where(kept === null ? mine : and(mine, ne(signIns.id, kept)))
    .returning({ id: signIns.id })
  return ended.length
}

/** A machine that opens sign-ins again and again leaves rows: the ended ones of a person go when she opens another. */
export async function forgetEndedSignIns(
  tx: IdentityTx,
  userId: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<void> {
  await tx
    .delete(signIns)
    .where(
      and(
        eq(signIns.userId, userId),
        sql`(${signIns.expiresAt} <= ${now.toISOString()} or ${signIns.updatedAt} <= ${idleSince.toISOString()})`,
      ),
    )
}

export type OpenSignIn = { id: string; openedAt: Date; usedAt: Date; address: string; userAgent: string }

export async function openSignInsOf(
  tx: IdentityTx,
  userId: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<OpenSignIn[]> {
  const rows = await tx
    .select({
      id: signIns.id,
      openedAt: signIns.createdAt,
      usedAt: signIns.updatedAt,
      address: signIns.ipAddress,
      userAgent: signIns.userAgent,
    })
    .from(signIns)
    .where(and(eq(signIns.userId, userId), gt(signIns.expiresAt, now), gt(signIns.updatedAt, idleSince)))
    .orderBy(desc(signIns.updatedAt))
  return rows.map(row => ({ ...row, address: row.address ?? '', userAgent: row.userAgent ?? '' }))
}
