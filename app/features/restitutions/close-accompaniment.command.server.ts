import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { closeInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { cancelWaves } from '#app/features/follow-ups/move-waves.store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'

/** The last wave is settled: the case ends with its outcome. */
export const closeAccompaniment = defineCommand({
  name: 'accompaniment.close',
  input: closeInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { closedOn, outcome, reason },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-to-come'>>> => {
    const on = closedOn ?? ctx.today
    if (on > ctx.today) return fail('day-to-come', {}, 'closedOn')
    const moved = await moveCase(ctx, subject, { transition: 'close', reason, on, set: { closedOn: on, outcome } })
    if (moved.ok) await cancelWaves(ctx, subject.row.id, reason)
    return moved
  },
})
