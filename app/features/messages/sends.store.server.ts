import { and, eq, inArray, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { newId } from '#app/kernel/ids.ts'
import { email } from '#app/kernel/input.ts'
import { askedTogether, inOrderOf } from '#db/asked-together.ts'
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
  const id = newId()
  const state = await keepSend(ctx.tx, ctx.operator.id, {
    operatorId: ctx.operator.id,
    id,
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
  if (!state) return null
  if (state === 'planned' && dueAt <= ctx.now) await ctx.enqueue(messageSend, { sendId: id }, id)
  return id
}

type NewSend = typeof sends.$inferInsert & { id: string }

/** The state in which it was written; null when one of its key was there. */
const keepSend = askedTogether<NewSend, SendState | null>(async (tx, _operatorId, planned) => {
  const rows = await tx
    .insert(sends)
    .values([...planned])
    .onConflictDoNothing()
    .returning({ id: sends.id, state: sends.state })
  const kept = inOrderOf(
    planned.map(({ id }) => id),
    rows,
  )
  return kept.map(row => row?.state ?? null)
})

export type Send = typeof sends.$inferSelect
type Where = { operatorId: string; sendId: string }

const one = ({ operatorId, sendId }: Where) => these(operatorId, [sendId])
const these = (operatorId: string, ids: readonly string[]) =>
  and(eq(sends.operatorId, operatorId), inArray(sends.id, ids))

/** What was said of each row, by its id, as PostgreSQL reads it. */
function saidOf<S extends { sendId: string }>(asked: readonly S[]) {
  const said = JSON.stringify(Object.fromEntries(asked.map(one => [one.sendId, one])))
  return (name: keyof S & string) => sql`(${said}::jsonb -> ${sends.id}::text ->> ${name})`
}

/** The row, locked until the transaction ends; `leased` when a worker holds it and its lease still runs. */
export const lockSend = (tx: TenantTx, { operatorId, sendId }: Where): Promise<LockedSend | null> =>
  lockOne(tx, operatorId, sendId)

type LockedSend = { send: Send; leased: boolean }

const lockOne = askedTogether<string, LockedSend | null>(async (tx, operatorId, ids) => {
  const rows = await tx
    .select({ id: sends.id, send: sends, leased: sql<boolean>`coalesce(${sends.leaseUntil} > now(), false)` })
    .from(sends)
    .where(these(operatorId, ids))
    // Always in the same order: two that lock the same rows never wait for each other.
    .orderBy(sends.id)
    .for('update')
  return inOrderOf(ids, rows)
})

/** The first that are due and that nobody holds, locked; those that another transaction looks at are passed over. */
export function lockDueSends(tx: TenantTx, operatorId: string, { now, limit, except }: WhichDue) {
  return tx
    .select({ id: sends.id, accompanimentId: sends.accompanimentId })
    .from(sends)
    .where(
      and(
        eq(sends.operatorId, operatorId),
        notInArray(sends.id, [...except]),
        lte(sends.dueAt, now),
        or(eq(sends.state, 'planned'), and(eq(sends.state, 'sending'), lt(sends.leaseUntil, sql`now()`))),
      ),
    )
    .orderBy(sends.dueAt, sends.id)
    .limit(limit)
    .for('update', { skipLocked: true })
}
type WhichDue = { now: Date; limit: number; except: readonly string[] }

/** Takes the row for one attempt; answers its number, which the next steps must still find. */
export async function takeSend(tx: TenantTx, { operatorId, sendId }: Where, how: TakenSend): Promise<Send> {
  const taken = await takeOne(tx, operatorId, { sendId, ...how })
  if (!taken) throw new Error('the locked row is gone')
  return taken
}
type TakenSend = { leaseMs: number; messageId: string }

const takeOne = askedTogether<TakenSend & { sendId: string }, Send | null>(async (tx, operatorId, asked) => {
  const ids = asked.map(({ sendId }) => sendId)
  const said = saidOf(asked)
  const rows = await tx
    .update(sends)
    .set({
      state: 'sending',
      attempts: sql`${sends.attempts} + 1`,
      leaseUntil: lease(sql`${said('leaseMs')}::float`),
      dataStartedAt: null,
      messageId: said('messageId'),
      failure: null,
    })
    .where(these(operatorId, ids))
    .returning()
  return inOrderOf(ids, rows)
})

/**
 * Notes that the end of the message is about to be given, if this attempt still holds the row. After this commit, a
 * worker that dies leaves a message that nobody knows about; before it, one that has certainly not left.
 */
export const markDataStarted = (tx: TenantTx, { operatorId, sendId }: Where, attempt: number, leaseMs: number) =>
  markOne(tx, operatorId, { sendId, attempt, leaseMs })

const markOne = askedTogether<{ sendId: string; attempt: number; leaseMs: number }, boolean>(
  async (tx, operatorId, asked) => {
    const ids = asked.map(({ sendId }) => sendId)
    const said = saidOf(asked)
    const rows = await tx
      .update(sends)
      .set({ dataStartedAt: sql`now()`, leaseUntil: lease(sql`${said('leaseMs')}::float`) })
      .where(
        and(these(operatorId, ids), eq(sends.state, 'sending'), sql`${sends.attempts} = ${said('attempt')}::integer`),
      )
      .returning({ id: sends.id })
    return inOrderOf(ids, rows).map(row => row !== null)
  },
)

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
  const { state, sentAt, failure, subject, rendered } = change
  if (state === 'sent' && sentAt && failure === null && subject !== undefined && rendered !== undefined)
    return settleSent(tx, where.operatorId, { sendId: where.sendId, attempt, sentAt, subject, rendered })
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

type SentAttempt = { sendId: string; attempt: number; sentAt: Date; subject: string; rendered: string }

/** The usual end of an attempt, for all that end at once. */
const settleSent = askedTogether<SentAttempt, boolean>(async (tx, operatorId, asked) => {
  const ids = asked.map(({ sendId }) => sendId)
  const said = saidOf(asked)
  const rows = await tx
    .update(sends)
    .set({
      state: 'sent',
      sentAt: sql`${said('sentAt')}::timestamptz`,
      failure: null,
      subject: sql`case when ${sends.recipient} = ${erasedRecipient} then null else ${said('subject')} end`,
      rendered: sql`case when ${sends.recipient} = ${erasedRecipient} then null else ${said('rendered')} end`,
      leaseUntil: null,
    })
    .where(
      and(
        these(operatorId, ids),
        inArray(sends.state, ['sending', 'uncertain']),
        sql`${sends.attempts} = ${said('attempt')}::integer`,
      ),
    )
    .returning({ id: sends.id })
  return inOrderOf(ids, rows).map(row => row !== null)
})

const unlessErased = (column: AnyPgColumn, text: string | null | undefined) =>
  sql`case when ${sends.recipient} = ${erasedRecipient} then null else ${text === undefined ? column : sql.param(text)} end`

/** Whether this address, as a sheet has it, refused a message for good, and none has arrived there since. */
export function hasBounced(tx: TenantTx, operatorId: string, address: string): Promise<boolean> {
  const read = email().safeParse(address)
  return isRefused(tx, operatorId, read.success ? read.data : address)
}

const isRefused = askedTogether<string, boolean>(async (tx, operatorId, recipients) => {
  const { rows } = await tx.execute<{ recipient: string }>(sql`
    select distinct refused.recipient from sends refused
    where refused.operator_id = ${operatorId} and refused.bounced
      and refused.recipient in ${recipients}
      and not exists (
        select from sends arrived
        where arrived.operator_id = ${operatorId} and arrived.recipient = refused.recipient
          and arrived.state = 'sent' and arrived.sent_at >= refused.due_at
      )`)
  const bounced = new Set(rows.map(({ recipient }) => recipient))
  return recipients.map(recipient => bounced.has(recipient))
})

/** Changes a row that the transaction has locked. */
export async function changeSend(tx: TenantTx, where: Where, { again, ...change }: SendChange): Promise<void> {
  await tx
    .update(sends)
    .set({ ...change, leaseUntil: null, ...(again && { ...again, urgent: true, dataStartedAt: null }) })
    .where(one(where))
}

/** By the clock of PostgreSQL, the same for every worker. */
const lease = (ms: SQL) => sql`now() + ${ms} * interval '1 millisecond'`

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
