import { and, eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { IdentityTx } from '#db/identity.ts'
import { twoFactors, users } from '#db/schema/users.ts'

export type SecondFactor = {
  id: string
  sealedKey: string
  recoveryHashes: string[]
  lastUsedStep: number | null
  /** She has shown once that her application gives the right codes. */
  isConfirmed: boolean
}

const shape = {
  id: twoFactors.id,
  sealedKey: twoFactors.secret,
  backupCodes: twoFactors.backupCodes,
  lastUsedStep: twoFactors.lastUsedStep,
  isConfirmed: twoFactors.verified,
}

export async function secondFactorOf(tx: IdentityTx, userId: string): Promise<SecondFactor | null> {
  const [row] = await tx.select(shape).from(twoFactors).where(eq(twoFactors.userId, userId))
  return row ? read(row) : null
}

/** Locked until the end of the transaction: of two codes sent together, the second sees what the first used. */
export async function lockSecondFactor(tx: IdentityTx, userId: string): Promise<SecondFactor | null> {
  const [row] = await tx.select(shape).from(twoFactors).where(eq(twoFactors.userId, userId)).for('update')
  return row ? read(row) : null
}

function read({ backupCodes, ...row }: Omit<SecondFactor, 'recoveryHashes'> & { backupCodes: string }): SecondFactor {
  return { ...row, recoveryHashes: backupCodes.split('\n').filter(Boolean) }
}

/** A new key, not confirmed yet, instead of a former one that was not either. */
export async function proposeSecondFactor(tx: IdentityTx, userId: string, sealedKey: string): Promise<void> {
  await tx.delete(twoFactors).where(and(eq(twoFactors.userId, userId), eq(twoFactors.verified, false)))
  await tx.insert(twoFactors).values({ id: newId(), userId, secret: sealedKey, backupCodes: '', verified: false })
}

export async function confirmSecondFactor(
  tx: IdentityTx,
  userId: string,
  { id, step, recoveryHashes }: { id: string; step: number; recoveryHashes: readonly string[] },
): Promise<void> {
  await tx
    .update(twoFactors)
    .set({ verified: true, lastUsedStep: step, backupCodes: recoveryHashes.join('\n') })
    .where(eq(twoFactors.id, id))
  await tx.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, userId))
}

export async function useStep(tx: IdentityTx, id: string, step: number): Promise<void> {
  await tx.update(twoFactors).set({ lastUsedStep: step }).where(eq(twoFactors.id, id))
}

export async function setRecoveryHashes(tx: IdentityTx, id: string, hashes: readonly string[]): Promise<void> {
  await tx
    .update(twoFactors)
    .set({ backupCodes: hashes.join('\n') })
    .where(eq(twoFactors.id, id))
}

export async function removeSecondFactor(tx: IdentityTx, userId: string): Promise<void> {
  await tx.delete(twoFactors).where(eq(twoFactors.userId, userId))
  await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, userId))
}
