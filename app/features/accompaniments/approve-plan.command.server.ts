import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { approvePlanInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from './move-case.store.server.ts'

/** The organisation approves its plan, on a day and by somebody. */
export const approvePlan = defineCommand({
  name: 'accompaniment.approve-plan',
  input: approvePlanInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { planApprovedOn, planApprovedBy, reason },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-to-come'>>> => {
    if (planApprovedOn > ctx.today) return fail('day-to-come', {}, 'planApprovedOn')
    return moveCase(ctx, subject, {
      transition: 'approve_plan',
      reason,
      on: planApprovedOn,
      set: { planApprovedOn, planApprovedBy },
    })
  },
})
