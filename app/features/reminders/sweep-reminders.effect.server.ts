import type { CommandContext } from '#app/access/command.server.ts'
import { defineEffect, type EffectSteps } from '#app/access/effect.server.ts'
import { readReminded } from '#app/features/notifications/notify.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { handOver } from './hand-over.store.server.ts'
import { dueOnly, latestOfEach } from './reminder-rules.ts'
import { missingReminders, openReminders, stillAsked, stopReminders, writeReminders } from './reminders.store.server.ts'
import { rulesInForce } from './rules-in-force.store.server.ts'

/** Reminders written in one transaction: a day with thousands of them holds none for minutes. */
const batch = 300

/**
 * Writes the reminders that are due and missing, and hands each over: a letter, or a notification in the product. It looks
 * at how things are, not at what has just happened: run late, it does what was missed; run twice, it does nothing more.
 * Answers how many it handed over.
 */
export const sweepReminders = defineEffect({
  name: 'reminder.sweep',
  input: object({}),
  run: async ({ transaction }) => {
    await transaction(stopSettled)
    const { groups, sent, overtaken } = await transaction(async ctx => {
      const groups = await rulesInForce(ctx.tx, ctx.operator)
      const missing = await missingReminders(ctx, groups, { until: ctx.today })
      return { groups, ...latestOfEach(dueOnly(missing, ctx.today)) }
    })
    const late = { state: 'stopped', stoppedBecause: 'overtaken' } as const
    await inBatches(transaction, overtaken, (ctx, some) =>
      writeReminders(
        ctx,
        some.map(reminder => ({ reminder, end: late })),
      ),
    )
    // A day's letters leave together: the relay finds them in the ledger, and none has a job of its own.
    const unannounced = (ctx: CommandContext) => ({ ...ctx, enqueue: () => Promise.resolve() })
    await inBatches(transaction, sent, (ctx, some) => handOver(unannounced(ctx), some, groups))
    return sent.length
  },
})

async function inBatches<R>(
  transaction: EffectSteps['transaction'],
  all: readonly R[],
  work: (ctx: CommandContext, some: readonly R[]) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < all.length; first += batch)
    await transaction(ctx => work(ctx, all.slice(first, first + batch)))
}

/** What was asked of the team, and is done or needed no more. */
async function stopSettled(ctx: CommandContext): Promise<void> {
  const { tx, operator, now } = ctx
  const open = await openReminders(tx, operator.id)
  if (open.length === 0) return
  const standing = await stillAsked(ctx, await rulesInForce(tx, operator), open)
  const settled = open.filter(({ id }) => !standing.has(id)).map(({ id }) => id)
  await stopReminders(tx, operator.id, settled, { now, because: 'settled' })
  await readReminded(tx, operator.id, settled, now)
}
