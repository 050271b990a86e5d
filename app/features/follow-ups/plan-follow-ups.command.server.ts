import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { planMissingWaves } from './plan-waves.store.server.ts'

/** Plans the waves that a case lacks: one that was imported in the middle of its follow-up has none to come. */
export const planFollowUps = defineCommand({
  name: 'follow-up.plan',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number },
    subject,
  ): Promise<Result<{ number: string }, Failure<'no-restitution' | 'no-wave-missing'>>> => {
    if (!subject.row.restitutionOn) return fail('no-restitution')
    const added = await planMissingWaves(ctx, subject)
    if (added.length === 0) return fail('no-wave-missing')
    await refreshNextSteps(ctx.tx, ctx.operator.id, [subject.row.id], ctx.today)
    return ok({ number })
  },
})
