import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { correctRestitutionInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { lockCase, setOnCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { moveWavesWithAnchors } from '#app/features/follow-ups/move-waves.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

/** The closing meeting was on another day than was noted: the waves that have not left are counted from the right one. */
export const correctRestitution = defineCommand({
  name: 'restitution.correct',
  input: correctRestitutionInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, restitutionOn, reason },
    { row, programme },
  ): Promise<Result<{ number: string }, Failure<'no-restitution' | 'day-to-come'>>> => {
    if (!row.restitutionOn) return fail('no-restitution')
    if (restitutionOn > ctx.today) return fail('day-to-come', {}, 'restitutionOn')
    if (restitutionOn === row.restitutionOn) return ok({ number })
    await setOnCase(ctx.tx, ctx.operator.id, row.id, { restitutionOn })
    await ctx.record({
      name: 'restitution.corrected',
      subjectKind: 'accompaniment',
      subjectId: row.id,
      accompanimentId: row.id,
      data: { changes: { restitutionOn: [row.restitutionOn, restitutionOn] }, reason },
    })
    await moveWavesWithAnchors(ctx, { programme, row: { ...row, restitutionOn } }, reason)
    await refreshNextSteps(ctx.tx, ctx.operator.id, [row.id], ctx.today)
    return ok({ number })
  },
})
