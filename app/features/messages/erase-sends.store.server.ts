import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import { failedJobs, mailbox, notifications, sends } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import { erasedRecipient } from './send-rules.ts'

/** What a message was written about, by its payload's key. */
type Whose = { key: 'requestId' | 'memberId' | 'partyId' | 'personId' | 'referralId'; ids: readonly string[] }
/** Or to whom, where the payload names the case that it was about. */
type Addressed = { address: string }

/**
 * Erases the address of somebody who is forgotten from all that was written to her: the ledger keeps that a message of
 * this name left, and when. What had not left yet is cancelled; an attempt on its way finds its row without an address,
 * and adds nothing to it (`settleAttempt`).
 */
export async function eraseSends(tx: TenantTx, operatorId: string, whose: Whose | Addressed): Promise<void> {
  if ('ids' in whose && whose.ids.length === 0) return
  const written = await tx
    .select({ id: sends.id, recipient: sends.recipient, messageId: sends.messageId })
    .from(sends)
    .where(and(eq(sends.operatorId, operatorId), isOf(whose)))
    .for('update')
  if (written.length === 0) return
  const sendIds = written.map(({ id }) => id)
  const messageIds = written.flatMap(({ messageId }) => messageId ?? [])
  await tx
    .update(sends)
    .set({
      recipient: erasedRecipient,
      subject: null,
      rendered: null,
      addition: null,
      failure: null,
      // Nobody is asked to decide about what can no longer be sent anywhere.
      state: sql`case when ${sends.state} in ('planned', 'failed', 'uncertain') then 'cancelled' else ${sends.state} end`,
    })
    .where(and(eq(sends.operatorId, operatorId), inArray(sends.id, sendIds)))
  if (messageIds.length > 0)
    await tx.delete(mailbox).where(and(eq(mailbox.operatorId, operatorId), inArray(mailbox.messageId, messageIds)))
  await tx
    .update(notifications)
    .set({ data: sql`${notifications.data} - 'recipient'` })
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        like(notifications.kind, 'message.%'),
        inArray(
          sql`${notifications.data} ->> 'recipient'`,
          written.map(({ recipient }) => recipient),
        ),
      ),
    )
  // A reason is what some library said, and may quote the address.
  await tx
    .update(failedJobs)
    .set({ reason: '' })
    .where(
      and(
        eq(failedJobs.operatorId, operatorId),
        or(
          inArray(sql`${failedJobs.payload} ->> 'sendId'`, sendIds),
          'ids' in whose ? inArray(sql`${failedJobs.payload} ->> ${whose.key}`, [...whose.ids]) : undefined,
        ),
      ),
    )
}

const isOf = (whose: Whose | Addressed) =>
  'ids' in whose
    ? inArray(sql`${sends.payload} ->> ${whose.key}`, [...whose.ids])
    : sql`lower(${sends.recipient}) = lower(${whose.address})`
