import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { cancelWaves } from '#app/features/follow-ups/move-waves.store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { abandonInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from './move-case.store.server.ts'

/** The accompaniment stops before its end, for a reason of the list: counted apart, never as a success. */
export const abandonAccompaniment = defineCommand({
  name: 'accompaniment.abandon',
  input: abandonInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { abandonReason, abandonedOn, comment },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-to-come'>>> => {
    const on = abandonedOn ?? ctx.today
    if (on > ctx.today) return fail('day-to-come', {}, 'abandonedOn')
    const accompanimentId = subject.row.id
    const moved = await moveCase(ctx, subject, { transition: 'abandon', on, set: { abandonReason, abandonedOn: on } })
    if (moved.ok) {
      await ctx.record({
        name: 'accompaniment.abandoned',
        subjectKind: 'accompaniment',
        subjectId: accompanimentId,
        accompanimentId,
        happenedOn: on,
        data: { abandonReason, comment },
      })
      await cancelWaves(ctx, accompanimentId, comment)
    }
    return moved
  },
})
