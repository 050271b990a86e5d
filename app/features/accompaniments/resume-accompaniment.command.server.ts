import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { moveWavesByPause } from '#app/features/follow-ups/move-waves.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { caseInput } from './accompaniment-input.ts'
import { lockCase, setOnCase } from './accompaniments.store.server.ts'
import { refreshNextSteps } from './next-step.store.server.ts'

/** Takes a suspended case up again where it was left; its waves go as far as it waited. */
export const resumeAccompaniment = defineCommand({
  name: 'accompaniment.resume',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { number }, { row }): Promise<Result<{ number: string }, Failure<'no-such-way'>>> => {
    const { tx, operator, today, record } = ctx
    const { stateBeforeSuspension: back } = row
    if (row.state !== 'suspended' || !back) return fail('no-such-way')
    await setOnCase(tx, operator.id, row.id, {
      state: back,
      stateSince: today,
      stateBeforeSuspension: null,
      suspendedOn: null,
      suspendReason: null,
      resumeOn: null,
    })
    await record({
      name: 'accompaniment.moved',
      subjectKind: 'accompaniment',
      subjectId: row.id,
      accompanimentId: row.id,
      data: { transition: 'resume', changes: { state: [row.state, back] } },
    })
    const began = day(row.suspendedOn)
    if (began) await moveWavesByPause(ctx, row, began)
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ number })
  },
})
