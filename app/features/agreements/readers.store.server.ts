import { eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
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
