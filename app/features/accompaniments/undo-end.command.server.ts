import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { bringBackWaves } from '#app/features/follow-ups/move-waves.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { reopenInput } from './accompaniment-input.ts'
import { lockCase, setOnCase } from './accompaniments.store.server.ts'
import { stateBefore } from './case-end.store.server.ts'
import { isEnded, isOpen } from './lifecycle.ts'
import { refreshNextSteps } from './next-step.store.server.ts'

/**
 * A case that was closed or abandoned too soon goes on where it stood, and its waves with it. An organisation that comes
 * back with another request gets a new case (`accompaniment.reopen`).
 */
export const undoEnd = defineCommand({
  name: 'accompaniment.undo-end',
  input: reopenInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, reason },
    { row, programme: { definition } },
  ): Promise<Result<{ number: string }, Failure<'not-ended' | 'no-such-way'>>> => {
    const { tx, operator, today } = ctx
    if (!isEnded(definition, row.state) || !(row.closedOn || row.abandonedOn)) return fail('not-ended')
    const back = await stateBefore(tx, operator.id, row)
    if (!back || !isOpen(definition, back)) return fail('no-such-way')
    await setOnCase(tx, operator.id, row.id, {
      state: back,
      stateSince: today,
      closedOn: null,
      abandonedOn: null,
      abandonReason: null,
      stateBeforeSuspension: null,
      suspendedOn: null,
      suspendReason: null,
      resumeOn: null,
    })
    await ctx.record({
      name: 'accompaniment.moved',
      subjectKind: 'accompaniment',
      subjectId: row.id,
      accompanimentId: row.id,
      data: { transition: 'undo-end', changes: { state: [row.state, back] }, reason },
    })
    await bringBackWaves(ctx, row.id, reason)
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ number })
  },
})
