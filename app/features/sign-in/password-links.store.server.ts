import { and, eq, gt, like } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { IdentityTx } from '#db/identity.ts'
import { verifications } from '#db/schema/users.ts'

const purpose = 'set-password:'

/** Keeps a link by the hash of its token. Former links of the person go on until they end: she may open any of them. */
export async function keepPasswordLink(
  tx: IdentityTx,
  link: { tokenHash: string; userId: string; expiresAt: Date },
): Promise<void> {
  await tx.insert(verifications).values({
    id: newId(),
    identifier: `${purpose}${link.tokenHash}`,
    value: link.userId,
    expiresAt: link.expiresAt,
  })
}

/** Whose link it is, without using it: a page that is opened, by her or by the robot that reads her mail. */
export async function personOfLink(tx: IdentityTx, tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await tx
    .select({ userId: verifications.value })
    .from(verifications)
    .where(and(eq(verifications.identifier, `${purpose}${tokenHash}`), gt(verifications.expiresAt, now)))
  return row?.userId ?? null
}

/** Uses a link: of two uses together, one gets the person. */
export async function usePasswordLink(tx: IdentityTx, tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await tx
    .delete(verifications)
    .where(and(eq(verifications.identifier, `${purpose}${tokenHash}`), gt(verifications.expiresAt, now)))
    .returning({ userId: verifications.value })
  return row?.userId ?? null
}

export async function forgetPasswordLinks(tx: IdentityTx, userId: string): Promise<void> {
  await tx
    .delete(verifications)
    .where(and(like(verifications.identifier, `${purpose}%`), eq(verifications.value, userId)))
}
