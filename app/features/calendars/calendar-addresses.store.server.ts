import { and, eq, isNull } from 'drizzle-orm'
import type { IdentityTx } from '#db/identity.ts'
import { calendarAddresses, users } from '#db/schema/users.ts'

export type CalendarAddress = { shortTitles: boolean; madeAt: Date; lastReadAt: Date | null }

export async function calendarAddressOf(tx: IdentityTx, userId: string): Promise<CalendarAddress | null> {
  const [row] = await tx
    .select({
      shortTitles: calendarAddresses.shortTitles,
      madeAt: calendarAddresses.madeAt,
      lastReadAt: calendarAddresses.lastReadAt,
    })
    .from(calendarAddresses)
    .where(eq(calendarAddresses.userId, userId))
  return row ?? null
}

type NewAddress = { userId: string; tokenHash: string; secondFactor: boolean; madeAt: Date }

/** Writes it over the former one, which opens nothing from then on. How she wants her titles stays. */
export async function renewAddress(tx: IdentityTx, { userId, ...made }: NewAddress): Promise<void> {
  await tx
    .insert(calendarAddresses)
    .values({ userId, ...made })
    .onConflictDoUpdate({ target: calendarAddresses.userId, set: { ...made, lastReadAt: null } })
}

export async function closeAddress(tx: IdentityTx, userId: string): Promise<void> {
  await tx.delete(calendarAddresses).where(eq(calendarAddresses.userId, userId))
}

/** False when there is no address. */
export async function setShortTitles(tx: IdentityTx, userId: string, shortTitles: boolean): Promise<boolean> {
  const rows = await tx
    .update(calendarAddresses)
    .set({ shortTitles })
    .where(eq(calendarAddresses.userId, userId))
    .returning({ userId: calendarAddresses.userId })
  return rows.length > 0
}

/** Whose address this is, noted as read; null for one that is nobody's, or of an account that was closed. */
export async function readByToken(tx: IdentityTx, tokenHash: string, now: Date) {
  const [row] = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      shortTitles: calendarAddresses.shortTitles,
      provedThen: calendarAddresses.secondFactor,
      hasSecondFactor: users.twoFactorEnabled,
    })
    .from(calendarAddresses)
    .innerJoin(users, eq(users.id, calendarAddresses.userId))
    .where(and(eq(calendarAddresses.tokenHash, tokenHash), isNull(users.deactivatedAt)))
  if (!row) return null
  await tx.update(calendarAddresses).set({ lastReadAt: now }).where(eq(calendarAddresses.tokenHash, tokenHash))
  const { provedThen, hasSecondFactor, ...reader } = row
  return { ...reader, secondFactor: provedThen && hasSecondFactor }
}
