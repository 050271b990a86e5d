import { and, count, desc, eq } from 'drizzle-orm'
import { mailbox } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'

export type MailboxLine = { id: string; recipient: string; subject: string; at: Date }

export function mailboxLines(
  tx: TenantTx,
  operatorId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<MailboxLine[]> {
  return tx
    .select({ id: mailbox.id, recipient: mailbox.recipient, subject: mailbox.subject, at: mailbox.at })
    .from(mailbox)
    .where(eq(mailbox.operatorId, operatorId))
    .orderBy(desc(mailbox.at), desc(mailbox.id))
    .limit(limit)
    .offset(offset)
}

export async function mailboxCount(tx: TenantTx, operatorId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(mailbox).where(eq(mailbox.operatorId, operatorId))
  return row?.count ?? 0
}

export async function mailboxMessageById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({
      id: mailbox.id,
      recipient: mailbox.recipient,
      subject: mailbox.subject,
      text: mailbox.text,
      at: mailbox.at,
    })
    .from(mailbox)
    .where(and(eq(mailbox.operatorId, operatorId), eq(mailbox.id, id)))
  return row ?? null
}
