import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

/**
 * The users behind these addresses. Who is not known is written without a password, as somebody invited; who never was
 * a member of this operator becomes one from today. A membership that was withdrawn stays so. No mail leaves.
 */
export async function membersByEmail(
  tx: TenantTx,
  operatorId: string,
  emails: string[],
  today: string,
): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map()
  const known = await usersByEmail(tx, emails)
  const missing = emails.filter(email => !known.has(email))
  if (missing.length > 0) {
    // Column by column: the role may write these and no other.
    const rows = missing.map(email => sql`(${newId()}, ${nameFrom(email)}, ${email})`)
    await tx.execute(
      sql`insert into users (id, name, email) values ${sql.join(rows, sql`, `)} on conflict (email) do nothing`,
    )
  }
  const all = missing.length > 0 ? await usersByEmail(tx, emails) : known
  const ids = [...all.values()]
  const members = await tx
    .selectDistinct({ userId: grants.userId })
    .from(grants)
    .where(
      and(
        eq(grants.operatorId, operatorId),
        inArray(grants.userId, ids),
        inArray(grants.kind, ['practitioner', 'manager']),
      ),
    )
  const already = new Set(members.map(row => row.userId))
  const invited = ids.filter(id => !already.has(id))
  if (invited.length > 0)
    await tx
      .insert(grants)
      .values(
        invited.map(userId => ({ operatorId, id: newId(), userId, kind: 'practitioner' as const, fromOn: today })),
      )
  return all
}

async function usersByEmail(tx: TenantTx, emails: string[]): Promise<Map<string, string>> {
  const rows = await tx.select({ id: users.id, email: users.email }).from(users).where(inArray(users.email, emails))
  return new Map(rows.map(({ email, id }) => [email, id]))
}

/** `camille.rousseau@…` is shown as « Camille Rousseau » until she says otherwise. */
function nameFrom(email: string): string {
  const words = email.slice(0, email.indexOf('@')).split(/[._+-]+/)
  return words.flatMap(word => (word === '' ? [] : [word.charAt(0).toUpperCase() + word.slice(1)])).join(' ') || email
}
