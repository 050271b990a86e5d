import { setTimeout as sleep } from 'node:timers/promises'
import { ZodError } from 'zod'
import type { CommandContext } from '#app/access/command.server.ts'
import { defineEffect, type EffectSteps } from '#app/access/effect.server.ts'
import { Unavailable } from '#app/access/outcome.ts'
import { env } from '#app/env.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { nextSendingInstant } from '#app/kernel/business-hours.ts'
import { endOfDay } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import { isHeldBack } from './ask-before-run.store.server.ts'
import { heldBack } from './brake-rules.ts'
import { type Letter, letterText, withoutPersonalLinks } from './letter.ts'
import { letterHtml } from './letter-mail.server.tsx'
import { deliver, hasTransport, messageIdOf, type OutgoingMail } from './mailer.server.ts'
import { isMessageName } from './message-catalogue.ts'
import { caseFacts } from './message-facts.store.server.ts'
import {
  type Delivery,
  erasedRecipient,
  knownToBounce,
  leaseMinutes,
  nextAttemptDelay,
  sendingInstant,
} from './send-rules.ts'
import {
  changeSend,
  dueSendIds,
  fileInMailbox,
  hasBounced,
  lockSend,
  markDataStarted,
  type Send,
  type SendChange,
  settleAttempt,
  takeSend,
} from './sends.store.server.ts'
import { writers } from './writers.message.server.ts'
import type { Writing } from './writing.message.server.ts'

/**
 * Sends one row of the ledger, if it is due and nobody holds it: takes it, writes the letter, hands it to the mail server
 * outside any transaction, and writes what became of it. Safe to run at any time and any number of times.
 */
export const sendMessage = defineEffect({
  name: 'message.send',
  input: object({ sendId: id() }),
  run: (steps, { sendId }) => sendOne(steps, sendId),
})

/** Sends, one after the other, all that is due in one operator: what the demonstration does for each day it goes through. */
export const sendDueMessages = defineEffect({
  name: 'message.send-due',
  input: object({}),
  run: async steps => {
    const due = await steps.transaction(({ tx, operator, now }) => dueSendIds(tx, operator.id, now))
    for (const sendId of due) await sendOne(steps, sendId)
  },
})

async function sendOne(steps: EffectSteps, sendId: string): Promise<void> {
  try {
    const send = await steps.transaction(ctx => take(ctx, sendId))
    if (!send) return
    const written = await steps.transaction(ctx => write(ctx, send))
    if (written) await handOver(steps, send, written)
  } catch (error) {
    if (error instanceof Unavailable) throw error
    await steps.transaction(ctx => noteTrouble(ctx, sendId, error))
  }
}

const leaseMs = () => leaseMinutes * env().WORKER_MINUTE_MS
const where = (ctx: CommandContext, sendId: string) => ({ operatorId: ctx.operator.id, sendId })

/** The row for one attempt, or null when there is nothing to do now; whatever it has become is written. */
async function take(ctx: CommandContext, sendId: string): Promise<Send | null> {
  const found = await lockSend(ctx.tx, where(ctx, sendId))
  if (!found) return null
  const { send, leased } = found
  const change = (next: SendChange) => changeSend(ctx.tx, where(ctx, sendId), next)
  if (send.state === 'sending' && !leased && send.dataStartedAt) {
    // Its worker died between the end of the message and the server's answer: nobody knows.
    await change({ state: 'uncertain', failure: 'interrupted' })
    await recordSend(ctx, send, 'message.uncertain')
    return null
  }
  const isFree = (send.state === 'planned' && send.dueAt <= ctx.now) || (send.state === 'sending' && !leased)
  if (!isFree) return null
  if (send.attempts >= send.attemptLimit) {
    await change({ state: 'failed', failure: send.failure ?? 'too-many-attempts' })
    await recordSend(ctx, send, 'message.failed')
    return null
  }
  const leavesAt = sendingInstant(send.urgent, ctx.now)
  if (leavesAt > ctx.now) {
    await change({ state: 'planned', dueAt: leavesAt })
    return null
  }
  const stopped = await stopReason(ctx, send)
  if (stopped) {
    await change({ state: 'cancelled', failure: stopped })
    return null
  }
  if (!send.urgent && (await hasBounced(ctx.tx, ctx.operator.id, send.recipient))) {
    await change({ state: 'failed', failure: knownToBounce })
    await recordSend(ctx, send, 'message.failed', true)
    return null
  }
  // Last: it locks the operator's day, and counts only what would leave.
  if (!send.urgent && send.attempts === 0 && (await isHeldBack(ctx))) {
    await change({ state: 'planned', dueAt: nextSendingInstant(endOfDay(ctx.today)), failure: heldBack })
    return null
  }
  return takeSend(ctx.tx, where(ctx, sendId), { leaseMs: leaseMs(), messageId: messageIdOf(send.id) })
}

/** Nobody is reminded of a case that is suspended or abandoned; the rest is for the message's writer to say. */
async function stopReason(ctx: CommandContext, send: Send): Promise<string | null> {
  if (!isMessageName(send.message)) return 'unknown-message'
  if (send.recipient === erasedRecipient) return 'erased'
  if (send.accompanimentId && !send.urgent) {
    const facts = await caseFacts(ctx.tx, { operatorId: ctx.operator.id, id: send.accompanimentId })
    if (facts?.abandonedOn) return 'abandoned'
    if (facts?.suspendedOn) return 'suspended'
  }
  return writers[send.message].stopped(writingOf(ctx, send), send.payload)
}

function writingOf(ctx: CommandContext, send: Send): Writing {
  const { tx, operator, now, today } = ctx
  return { tx, operator, now, today, locale: send.locale === 'en' ? 'en' : 'fr', send }
}

type Written = { letter: Letter; operatorName: string }

async function write(ctx: CommandContext, send: Send): Promise<Written | null> {
  const letter = isMessageName(send.message)
    ? await writers[send.message].write(writingOf(ctx, send), send.payload)
    : null
  if (letter) return { letter: withAddition(letter, send), operatorName: ctx.operator.name }
  await settleAttempt(ctx.tx, where(ctx, send.id), send.attempts, { state: 'cancelled', failure: 'gone' })
  return null
}

/** What somebody of the team added comes after what the message says, and before what it asks. */
const withAddition = (letter: Letter, { addition }: Send): Letter =>
  addition ? { ...letter, paragraphs: [...letter.paragraphs, addition] } : letter

async function handOver(steps: EffectSteps, send: Send, { letter, operatorName }: Written): Promise<void> {
  const mail: OutgoingMail = {
    to: send.recipient,
    fromName: operatorName,
    replyTo: letter.replyTo,
    subject: letter.subject,
    html: await letterHtml(letter, send.locale),
    text: letterText(letter, send.locale),
    messageId: messageIdOf(send.id),
    oneClickStop: letter.stop?.oneClick,
  }
  if (hasTransport()) {
    const delivery = await deliver(mail, () => steps.transaction(ctx => mayEnd(ctx, send)))
    return untilWritten(() => steps.transaction(ctx => settle(ctx, send, letter, delivery)))
  }
  const { to: recipient, subject, html, text, messageId } = mail
  await steps.transaction(async ctx => {
    await fileInMailbox(ctx.tx, steps.operatorId, { recipient, subject, html, text, messageId, at: ctx.now })
    await settle(ctx, send, letter, { kind: 'delivered' })
  })
}

/** The mail has left or not, and only this process knows: PostgreSQL is waited for as long as the lease runs. */
async function untilWritten(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof Unavailable) || tries >= 10) throw error
      await sleep(leaseMs() / 12)
    }
  }
}

/** The last look before the point of no return: still ours, and still wanted. */
async function mayEnd(ctx: CommandContext, send: Send): Promise<boolean> {
  const stopped = await stopReason(ctx, send)
  if (!stopped) return markDataStarted(ctx.tx, where(ctx, send.id), send.attempts, leaseMs())
  await settleAttempt(ctx.tx, where(ctx, send.id), send.attempts, { state: 'cancelled', failure: stopped })
  return false
}

async function settle(ctx: CommandContext, send: Send, letter: Letter, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'withdrawn') return
  const change = changeAfter(ctx.now, send, letter, delivery)
  const isOurs = await settleAttempt(ctx.tx, where(ctx, send.id), send.attempts, change)
  if (!isOurs) return
  if (change.state === 'sent' && isMessageName(send.message))
    await writers[send.message].sent(writingOf(ctx, send), send.payload)
  if (change.state !== 'planned') await recordSend(ctx, send, `message.${change.state}`, change.bounced)
}

function changeAfter(
  now: Date,
  send: Send,
  letter: Letter,
  delivery: Exclude<Delivery, { kind: 'withdrawn' }>,
): SendChange {
  const written = { subject: letter.subject, rendered: withoutPersonalLinks(letterText(letter, send.locale)) }
  switch (delivery.kind) {
    case 'delivered':
      return { state: 'sent', sentAt: now, failure: null, ...written }
    case 'unknown':
      return { state: 'uncertain', failure: delivery.reason, ...written }
    case 'refused':
      return { state: 'failed', failure: delivery.reason, ...(delivery.bounced && { bounced: true }) }
    case 'postponed':
      return postponed(now, send, delivery.reason)
  }
}

function postponed(now: Date, send: Send, reason: string): SendChange {
  const delay = nextAttemptDelay(send, env().WORKER_MINUTE_MS)
  if (delay === null) return { state: 'failed', failure: reason }
  return { state: 'planned', dueAt: sendingInstant(send.urgent, new Date(now.getTime() + delay)), failure: reason }
}

/** A message that cannot be written stops alone, and says why; others go on. */
async function noteTrouble(ctx: CommandContext, sendId: string, error: unknown): Promise<void> {
  const found = await lockSend(ctx.tx, where(ctx, sendId))
  if (!found || (found.send.state !== 'planned' && found.send.state !== 'sending')) return
  const failure = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error'
  const change = changeAfterTrouble(ctx.now, await counted(ctx, found.send), failure, error instanceof ZodError)
  await changeSend(ctx.tx, where(ctx, sendId), change)
  if (change.state !== 'planned') await recordSend(ctx, found.send, `message.${change.state}`)
}

/** Taken or not, an attempt counts: a row that fails before it is taken would be tried for ever. */
async function counted(ctx: CommandContext, send: Send): Promise<Send> {
  if (send.state === 'sending') return send
  return takeSend(ctx.tx, where(ctx, send.id), { leaseMs: 0, messageId: messageIdOf(send.id) })
}

function changeAfterTrouble(now: Date, send: Send, failure: string, isMalformed: boolean): SendChange {
  if (send.dataStartedAt) return { state: 'uncertain', failure }
  return isMalformed ? { state: 'failed', failure } : postponed(now, send, failure)
}

async function recordSend(ctx: CommandContext, send: Send, name: string, bounced = false): Promise<void> {
  const { message, recipient, accompanimentId } = send
  await ctx.record({
    name,
    subjectKind: 'send',
    subjectId: send.id,
    accompanimentId,
    data: { message },
  })
  if (!accompanimentId || (name !== 'message.uncertain' && name !== 'message.failed')) return
  // Somebody has to decide: the practitioner of the case is told; of an address that refuses, once, whatever it refuses.
  if (bounced) await notifyAboutCase(ctx, { ...bounceNotice(recipient), accompanimentId })
  else
    await notifyAboutCase(ctx, {
      accompanimentId,
      kind: name,
      about: `${send.id}:${send.attemptLimit}`,
      data: { message, recipient },
      address: `/o/${ctx.operator.slug}/rappels`,
    })
}

/** Leads to the case, where another contact is found. */
const bounceNotice = (recipient: string) => ({
  kind: 'message.bounced',
  about: recipient,
  data: { recipient },
  page: 'rappels',
})
