import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { newId } from '#app/kernel/ids.ts'
import { email } from '#app/kernel/input.ts'
import { mailbox, type SendState, sends } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import { isUrgent, type MessageName } from './message-catalogue.ts'
import { messageSend } from './messages.jobs.ts'
import { erasedRecipient, sendingInstant } from './send-rules.ts'

/** What a command gives: its transaction, its operator's clock, and the outbox. */
export type SendContext = {
  tx: TenantTx
  operator: { id: string }
  now: Date
  enqueue(job: { name: string }, payload: Record<string, string>, key: string): Promise<void>
}

export type PlannedSend = {
  /** What makes this message itself: a second one with the same key is not planned. */
  key: string
  message: MessageName
  /** Ids only: the message is written when it leaves, from what is true then. */
  payload: Record<string, string>
  recipient: string
  recipientUserId?: string | null
  accompanimentId?: string | null
  locale?: string
  /** A paragraph that somebody of the team added to what the message says. */
  addition?: string | null
  /** Not before this instant of the operator's clock. */
  notBefore?: Date
}

/**
 * Plans a message in the transaction of the command that decides it: it will leave if, and only if, that commits.
 * Answers its id, or null when a message of this key was planned before.
 */
export async function planSend(ctx: SendContext, plan: PlannedSend): Promise<string | null> {
  const from = plan.notBefore && plan.notBefore > ctx.now ? plan.notBefore : ctx.now
  const dueAt = sendingInstant(isUrgent(plan.message), from)
  const address = email().safeParse(plan.recipient)
  const [row] = await ctx.tx
    .insert(sends)
    .values({
      operatorId: ctx.operator.id,
      id: newId(),
      sendKey: plan.key,
      message: plan.message,
      payload: plan.payload,
      accompanimentId: plan.accompanimentId ?? null,
      recipient: address.success ? address.data : plan.recipient.slice(0, 320),
      recipientUserId: plan.recipientUserId ?? null,
      locale: plan.locale === 'en' ? 'en' : 'fr',
      addition: plan.addition ?? null,
      urgent: isUrgent(plan.message),
      // An address that came with an import may be anything: shown, and never handed to a mail server.
      state: address.success ? 'planned' : 'failed',
      failure: address.success ? null : 'bad-recipient',
      dueAt,
    })
    .onConflictDoNothing()
    .returning({ id: sends.id, state: sends.state })
  if (!row) return null
  if (row.state === 'planned' && dueAt <= ctx.now) await ctx.enqueue(messageSend, { sendId: row.id }, row.id)
  return row.id
}

export type Send = typeof sends.$inferSelect
type Where = { operatorId: string; sendId: string }

const one = ({ operatorId, sendId }: Where) => and(eq(sends.operatorId, operatorId), eq(sends.id, sendId))

/** The row, locked until the transaction ends; `leased` when a worker holds it and its lease still runs. */
export async function lockSend(tx: TenantTx, where: Where): Promise<{ send: Send; leased: boolean } | null> {
  const [row] = await tx
    .select({ send: sends, leased: sql<boolean>`coalesce(${sends.leaseUntil} > now(), false)` })
    .from(sends)
    .where(one(where))
    .for('update')
  return row ?? null
}

export async function dueSendIds(tx: TenantTx, operatorId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: sends.id })
    .from(sends)
    .where(and(eq(sends.operatorId, operatorId), eq(sends.state, 'planned'), lte(sends.dueAt, now)))
    .orderBy(sends.dueAt, sends.id)
  return rows.map(({ id }) => id)
}

/** Takes the row for one attempt; answers its number, which the next steps must still find. */
export async function takeSend(tx: TenantTx, where: Where, { leaseMs, messageId }: TakenSend): Promise<Send> {
  const [taken] = await tx
    .update(sends)
    .set({
      state: 'sending',
      attempts: sql`${sends.attempts} + 1`,
      leaseUntil: lease(leaseMs),
      dataStartedAt: null,
      messageId,
      failure: null,
    })
    .where(one(where))
    .returning()
  if (!taken) throw new Error('the locked row is gone')
  return taken
}
type TakenSend = { leaseMs: number; messageId: string }

/**
 * Notes that the end of the message is about to be given, if this attempt still holds the row. After this commit, a
 * worker that dies leaves a message that nobody knows about; before it, one that has certainly not left.
 */
export async function markDataStarted(tx: TenantTx, where: Where, attempt: number, leaseMs: number): Promise<boolean> {
  const marked = await tx
    .update(sends)
    .set({ dataStartedAt: sql`now()`, leaseUntil: lease(leaseMs) })
    .where(and(one(where), eq(sends.state, 'sending'), eq(sends.attempts, attempt)))
    .returning({ id: sends.id })
  return marked.length > 0
}

export type SendChange = {
  state: SendState
  dueAt?: Date
  sentAt?: Date
  failure?: string | null
  bounced?: boolean
  subject?: string
  rendered?: string
  /** Decided by a person: sent again to this address, at once, with as many attempts as the first time. */
  again?: { recipient: string; attemptLimit: number }
}

/** Writes what became of one attempt; false when another has taken over since. A late answer settles an uncertain row. */
export async function settleAttempt(tx: TenantTx, where: Where, attempt: number, change: SendChange): Promise<boolean> {
  const settled = await tx
    .update(sends)
    .set({
      ...change,
      // Somebody who was forgotten while her message was on its way: what it said, and what the server answered, name her.
      subject: unlessErased(sends.subject, change.subject),
      rendered: unlessErased(sends.rendered, change.rendered),
      failure: unlessErased(sends.failure, change.failure),
      leaseUntil: null,
      ...(change.state === 'planned' && { dataStartedAt: null }),
    })
    .where(and(one(where), inArray(sends.state, ['sending', 'uncertain']), eq(sends.attempts, attempt)))
    .returning({ id: sends.id })
  return settled.length > 0
}

const unlessErased = (column: AnyPgColumn, text: string | null | undefined) =>
  sql`case when ${sends.recipient} = ${erasedRecipient} then null else ${text === undefined ? column : sql.param(text)} end`

/** Whether this address, as a sheet has it, refused a message for good, and none has arrived there since. */
export async function hasBounced(tx: TenantTx, operatorId: string, address: string): Promise<boolean> {
  const read = email().safeParse(address)
  const recipient = read.success ? read.data : address
  const { rows } = await tx.execute<{ bounced: boolean }>(sql`
    select exists (
      select from sends refused
      where refused.operator_id = ${operatorId} and refused.recipient = ${recipient} and refused.bounced
        and not exists (
          select from sends arrived
          where arrived.operator_id = ${operatorId} and arrived.recipient = ${recipient}
            and arrived.state = 'sent' and arrived.sent_at >= refused.due_at
        )
    ) as bounced`)
  return rows[0]?.bounced ?? false
}

/** Changes a row that the transaction has locked. */
export async function changeSend(tx: TenantTx, where: Where, { again, ...change }: SendChange): Promise<void> {
  await tx
    .update(sends)
    .set({ ...change, leaseUntil: null, ...(again && { ...again, urgent: true, dataStartedAt: null }) })
    .where(one(where))
}

/** By the clock of PostgreSQL, the same for every worker. */
const lease = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`

export type FiledMail = {
  recipient: string
  subject: string
  html: string
  text: string
  messageId: string
  at: Date
}

/** Files what SMTP would have carried in the mailbox of the demonstration; the same message once. */
export async function fileInMailbox(tx: TenantTx, operatorId: string, mail: FiledMail): Promise<void> {
  await tx
    .insert(mailbox)
    .values({ operatorId, id: newId(), ...mail })
    .onConflictDoNothing()
}
