import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { choice, id, line, object } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { isOpen } from './answers.ts'
import { lockFollowUp, setFollowUpState } from './follow-up-answers.store.server.ts'

/** Nobody could be reached, or they would rather not: states of their own, since neither is an answer. `planned` takes it back. */
export const settleFollowUp = defineCommand({
  name: 'followUp.settle',
  input: object({ followUpId: id(), number: line({ max: 40 }), state: choice(['unreachable', 'refused', 'planned']) }),
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (ctx, input, followUp) => {
    if (!isOpen(followUp.state)) return fail('follow-up-already-answered')
    await setFollowUpState(ctx.tx, followUp, input.state)
    await refreshNextSteps(ctx.tx, ctx.operator.id, [followUp.accompanimentId], ctx.today)
    await ctx.record({
      name: 'follow-up.settled',
      subjectKind: 'follow_up',
      subjectId: followUp.id,
      accompanimentId: followUp.accompanimentId,
      data: { wave: followUp.wave, from: followUp.state, to: input.state },
    })
    return ok({ state: input.state })
  },
})
