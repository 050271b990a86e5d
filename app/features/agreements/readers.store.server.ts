import { and, eq, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The login of that address, or a new one that nobody has used yet. A known person keeps her own name. */
export async function userOfEmail(tx: TenantTx, { name, email }: { name: string; email: string }): Promise<string> {
  // Drizzle names every column, and members may write only these.
  await tx.execute(sql`
    insert into ${users} (id, name, email, email_verified) values (${newId()}, ${name}, ${email}, false)
    on conflict do nothing`)
  const [row] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!row) throw new Error('a user who was just written is not there')
  return row.id
}

type Reading = { userId: string; agreementId: string; fromOn: string }

export async function grantReading(
  tx: TenantTx,
  operatorId: string,
  { agreementId, ...reading }: Reading,
): Promise<string> {
  const id = newId()
  await tx.insert(grants).values({ operatorId, id, kind: 'funder', subjectId: agreementId, ...reading })
  return id
}

const openReading = (operatorId: string, agreementId: string, grantId: string) =>
  and(
    eq(grants.operatorId, operatorId),
    eq(grants.id, grantId),
    eq(grants.kind, 'funder'),
    eq(grants.subjectId, agreementId),
    isNull(grants.revokedAt),
  )

export async function isReading(
  tx: TenantTx,
  operatorId: string,
  agreementId: string,
  grantId: string,
): Promise<true | null> {
  const rows = await tx
    .select({ id: grants.id })
    .from(grants)
    .where(openReading(operatorId, agreementId, grantId))
  return rows.length > 0 ? true : null
}

export async function endReading(tx: TenantTx, operatorId: string, agreementId: string, grantId: string, now: Date) {
  await tx
    .update(grants)
    .set({ revokedAt: now })
    .where(openReading(operatorId, agreementId, grantId))
}
