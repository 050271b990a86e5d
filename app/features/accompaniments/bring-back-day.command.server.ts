import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { eventOf } from '#app/features/history/events.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { bringBackDayInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { setNextDay } from './many-changes.store.server.ts'
import { stepKey } from './next-step.ts'
import { noDay } from './seen.ts'

/** The next step comes back to the day that it had before it was put off, while it is still the one that is awaited. */
export const bringBackDay = defineCommand({
  name: 'accompaniment.bring-back-day',
  input: bringBackDayInput,
  subject: async ({ tx, operator }, { number, eventId }) => {
    const found = await lockCase(tx, operator.id, number)
    const event = found && (await eventOf(tx, operator.id, eventId, { accompanimentId: found.row.id }))
    return found && event?.name === 'accompaniment.postponed' ? { id: found.row.id, row: found.row, event } : null
  },
  allow: isMember,
  run: async (
    ctx,
    { number, nextOn, seen },
    { row, event },
  ): Promise<Result<{ number: string }, Failure<'step-gone-by'>>> => {
    const { nextStep: step, nextDetail: detail } = row
    if (!step || stepKey({ step, detail }) !== event.data.step) return fail('step-gone-by')
    if (seen !== (row.nextOn ?? noDay)) {
      const current = { version: row.version, values: { nextOn: row.nextOn } }
      throw await conflictOn(ctx.tx, ctx.operator.id, row.id, current)
    }
    await setNextDay(ctx, { id: row.id, before: row.nextOn, to: nextOn }, null)
    return ok({ number })
  },
})
