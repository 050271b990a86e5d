import { setTimeout as sleep } from 'node:timers/promises'
import { ZodError } from 'zod'
import { type AtEnd, defineEffect, type EffectContext, type EffectSteps } from '#app/access/effect.server.ts'
import { Unavailable } from '#app/access/outcome.ts'
import { env } from '#app/env.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { nextSendingInstant } from '#app/kernel/business-hours.ts'
import { endOfDay } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import { sideBySide } from '#app/kernel/side-by-side.ts'
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
  fileInMailbox,
  hasBounced,
  lockDueSends,
  lockSend,
  markDataStarted,
  type Send,
  type SendChange,
  settleAttempt,
  takeSend,
} from './sends.store.server.ts'
import { Turnstile } from './turnstile.ts'
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

/** As many connections to the mail server as a shared one allows with ease. */
const connectionsAtOnce = 20

/**
 * Letters are taken and written by the score; while one score leaves, others are taken. No more, whatever the number of
 * operators: what is taken long before it can leave is past its lease by then.
 */
const lanes = 3
const scores = new Turnstile(lanes)

let isEnding = false

/** A process that is about to end takes no more letters: those in hand leave. */
export function takeNoMore(): void {
  isEnding = true
}

/**
 * Sends what is due in one operator and that nobody holds, many at once, for a quarter of a minute: the next job goes on.
 * Answers whether more may be due.
 */
export const sendDueMessages = defineEffect({
  name: 'message.send-due',
  input: object({}),
  run: async steps => {
    const until = performance.now() + env().WORKER_MINUTE_MS / 4
    const mayGoOn = () => !isEnding && performance.now() < until
    const run: Run = { tried: new Set(), stuck: new Set(), failures: [] }
    let isLeft = false
    const lane = async () => {
      isLeft = true
      while (isLeft && mayGoOn())
        isLeft = await scores.pass(() => (mayGoOn() ? sendSome(steps, run) : Promise.resolve(true)))
    }
    await sideBySide(Array.from({ length: lanes }, lane))
    if (run.failures.length > 0) throw run.failures[0]
    return isLeft && !isEnding
  },
})

/** `stuck`: tried, and due all the same since nothing could be written of it. It holds up no other; the next run tries again. */
type Run = { tried: Set<string>; stuck: Set<string>; failures: unknown[] }

/** False: nothing is due any more that this run has not tried, or PostgreSQL is away. */
async function sendSome(steps: EffectSteps, { tried, stuck, failures }: Run): Promise<boolean> {
  let found: Awaited<ReturnType<typeof lockDueSends>> = []
  let due: string[] = []
  const takeSome = async (ctx: EffectContext) => {
    const which = { now: ctx.now, limit: connectionsAtOnce, except: [...stuck] }
    found = await lockDueSends(ctx.tx, ctx.operator.id, which)
    due = oneOfEachCase(found.filter(({ id }) => !tried.has(id)))
    return sideBySide(due.map(id => take(ctx, id)))
  }
  const taken = await steps.transaction(takeSome).catch((error: unknown) => {
    if (due.length === 0) throw error
    return null
  })
  for (const { id } of found) if (tried.has(id)) stuck.add(id)
  for (const id of due) tried.add(id)
  // What stops the others is then done alone, as each of them is.
  const leaving = taken ? await allWritten(steps, taken) : due.map(id => sendOne(steps, id))
  const ends = await Promise.allSettled(leaving)
  const failed = ends.flatMap(end => (end.status === 'rejected' ? [end.reason] : []))
  failures.push(...failed)
  const isAway = failed.length > 0 && failed.length === ends.length && failed.every(one => one instanceof Unavailable)
  return found.length > 0 && !isAway
}

/** Written in a transaction of their own: the attempt of one that cannot be written is counted before. */
async function allWritten(steps: EffectSteps, taken: readonly (Send | null)[]): Promise<Promise<void>[]> {
  const letters = taken.filter(send => send !== null)
  if (letters.length === 0) return []
  const written = await steps.transaction(ctx => sideBySide(letters.map(send => write(ctx, send)))).catch(() => null)
  return letters.map((send, index) => sendTaken(steps, send, written ? (written[index] ?? null) : undefined))
}

/** Two letters of one case are never written side by side: the second carries the link that the first, planned before, made. */
function oneOfEachCase(found: readonly Pick<Send, 'id' | 'accompanimentId'>[]): string[] {
  const firsts = new Map<string, string>()
  for (const { id, accompanimentId } of found) {
    const about = accompanimentId ?? id
    if (!firsts.has(about)) firsts.set(about, id)
  }
  return [...firsts.values()]
}

async function sendOne(steps: EffectSteps, sendId: string): Promise<void> {
  const send = await unlessNoted(steps, sendId, () => steps.transaction(ctx => take(ctx, sendId)))
  if (send) await sendTaken(steps, send)
}

/** `known`: what was written with others; absent when it is still to be written. */
async function sendTaken(steps: EffectSteps, send: Send, known?: Written | null): Promise<void> {
  await unlessNoted(steps, send.id, async () => {
    const written = known === undefined ? await steps.transaction(ctx => write(ctx, send)) : known
    if (written) await handOver(steps, send, written)
  })
}

/** What cannot be done is noted in the ledger, unless PostgreSQL is away. */
async function unlessNoted<T>(steps: EffectSteps, sendId: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unavailable) throw error
    await steps.transaction(ctx => noteTrouble(ctx, sendId, error))
    return null
  }
}

/**
 * A connection is given back once the ledger knows what became of its letter: a process that dies leaves no more letters
 * in doubt than it has connections.
 */
const connections = new Turnstile(connectionsAtOnce)

const leaseMs = () => leaseMinutes * env().WORKER_MINUTE_MS
const where = (ctx: EffectContext, sendId: string) => ({ operatorId: ctx.operator.id, sendId })

/** The row for one attempt, or null when there is nothing to do now; whatever it has become is written. */
async function take(ctx: EffectContext, sendId: string): Promise<Send | null> {
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
async function stopReason(ctx: EffectContext, send: Send): Promise<string | null> {
  if (!isMessageName(send.message)) return 'unknown-message'
  if (send.recipient === erasedRecipient) return 'erased'
  if (send.accompanimentId && !send.urgent) {
    const facts = await caseFacts(ctx.tx, { operatorId: ctx.operator.id, id: send.accompanimentId })
    if (facts?.abandonedOn) return 'abandoned'
    if (facts?.suspendedOn) return 'suspended'
  }
  return writers[send.message].stopped(writingOf(ctx, send), send.payload)
}

/** The letters that left in one transaction draw the next steps of their cases anew together. */
const nextSteps: AtEnd<string> = ({ tx, operator, today }, ids) => refreshNextSteps(tx, operator.id, [...ids], today)

function writingOf(ctx: EffectContext, send: Send): Writing {
  const { tx, operator, now, today } = ctx
  return { tx, operator, now, today, locale: send.locale === 'en' ? 'en' : 'fr', send }
}

type Written = { letter: Letter; operatorName: string }

async function write(ctx: EffectContext, send: Send): Promise<Written | null> {
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
    return connections.pass(async () => {
      const delivery = await deliver(mail, () => steps.sharedTransaction(send.id, ctx => mayEnd(ctx, send)))
      await untilWritten(() => steps.sharedTransaction(send.id, ctx => settle(ctx, send, letter, delivery)))
    })
  }
  const { to: recipient, subject, html, text, messageId } = mail
  const filed = async (ctx: EffectContext) => {
    await fileInMailbox(ctx.tx, steps.operatorId, { recipient, subject, html, text, messageId, at: ctx.now })
    await settle(ctx, send, letter, { kind: 'delivered' })
  }
  await connections.pass(() => steps.transaction(filed))
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
async function mayEnd(ctx: EffectContext, send: Send): Promise<boolean> {
  const stopped = await stopReason(ctx, send)
  if (!stopped) return markDataStarted(ctx.tx, where(ctx, send.id), send.attempts, leaseMs())
  await settleAttempt(ctx.tx, where(ctx, send.id), send.attempts, { state: 'cancelled', failure: stopped })
  return false
}

async function settle(ctx: EffectContext, send: Send, letter: Letter, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'withdrawn') return
  const change = changeAfter(ctx.now, send, letter, delivery)
  const isOurs = await settleAttempt(ctx.tx, where(ctx, send.id), send.attempts, change)
  if (!isOurs) return
  if (change.state === 'sent' && isMessageName(send.message)) {
    const changed = await writers[send.message].sent(writingOf(ctx, send), send.payload)
    if (changed) ctx.atEnd(nextSteps, changed)
  }
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
async function noteTrouble(ctx: EffectContext, sendId: string, error: unknown): Promise<void> {
  const found = await lockSend(ctx.tx, where(ctx, sendId))
  if (!found || (found.send.state !== 'planned' && found.send.state !== 'sending')) return
  const failure = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error'
  const change = changeAfterTrouble(ctx.now, await counted(ctx, found.send), failure, error instanceof ZodError)
  await changeSend(ctx.tx, where(ctx, sendId), change)
  if (change.state !== 'planned') await recordSend(ctx, found.send, `message.${change.state}`)
}

/** Taken or not, an attempt counts: a row that fails before it is taken would be tried for ever. */
async function counted(ctx: EffectContext, send: Send): Promise<Send> {
  if (send.state === 'sending') return send
  return takeSend(ctx.tx, where(ctx, send.id), { leaseMs: 0, messageId: messageIdOf(send.id) })
}

function changeAfterTrouble(now: Date, send: Send, failure: string, isMalformed: boolean): SendChange {
  if (send.dataStartedAt) return { state: 'uncertain', failure }
  return isMalformed ? { state: 'failed', failure } : postponed(now, send, failure)
}

async function recordSend(ctx: EffectContext, send: Send, name: string, bounced = false): Promise<void> {
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
