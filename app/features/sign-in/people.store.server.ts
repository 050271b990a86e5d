import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { IdentityTx } from '#db/identity.ts'
import { credentials, users } from '#db/schema/users.ts'

export type Person = { userId: string; name: string; email: string; locale: string; hasSecondFactor: boolean }

const person = {
  userId: users.id,
  name: users.name,
  email: users.email,
  locale: users.locale,
  hasSecondFactor: users.twoFactorEnabled,
}

export async function activePersonByEmail(tx: IdentityTx, email: string): Promise<Person | null> {
  const [row] = await tx
    .select(person)
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deactivatedAt)))
  return row ?? null
}

export async function activePerson(tx: IdentityTx, userId: string): Promise<Person | null> {
  const [row] = await tx
    .select(person)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
  return row ?? null
}

export async function setProfile(
  tx: IdentityTx,
  userId: string,
  profile: { name?: string; locale?: string },
  now: Date,
): Promise<void> {
  await tx
    .update(users)
    .set({ ...profile, updatedAt: now })
    .where(eq(users.id, userId))
}

const passwordOf = (userId: string) => and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'))

/** The hash of a person's password; null when she has none and signs in by code. */
export async function passwordHashOf(tx: IdentityTx, userId: string): Promise<string | null> {
  const [row] = await tx.select({ password: credentials.password }).from(credentials).where(passwordOf(userId))
  return row?.password ?? null
}

/** Until the end of the transaction, one change of her proofs at a time. */
export async function lockPerson(tx: IdentityTx, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
}

/** The row of the person is locked, so that two first passwords set together do not make two credentials. */
export async function setPasswordHash(tx: IdentityTx, userId: string, password: string, now: Date): Promise<void> {
  await lockPerson(tx, userId)
  const changed = await tx
    .update(credentials)
    .set({ password, updatedAt: now })
    .where(passwordOf(userId))
    .returning({ id: credentials.id })
  if (changed.length === 0)
    await tx
      .insert(credentials)
      .values({ id: newId(), accountId: userId, providerId: 'credential', userId, password, updatedAt: now })
}

/** She has answered from her mailbox: the address is hers. */
export async function confirmAddress(tx: IdentityTx, userId: string, now: Date): Promise<void> {
  await tx.update(users).set({ emailVerified: true, updatedAt: now }).where(eq(users.id, userId))
}
