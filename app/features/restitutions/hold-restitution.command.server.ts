import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { restitutionInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'

/** The closing meeting was held: from this day the waves of follow-up count. */
export const holdRestitution = defineCommand({
  name: 'restitution.hold',
  input: restitutionInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { restitutionOn, reason },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-to-come'>>> => {
    if (restitutionOn > ctx.today) return fail('day-to-come', {}, 'restitutionOn')
    return moveCase(ctx, subject, { transition: 'hold_restitution', reason, on: restitutionOn, set: { restitutionOn } })
  },
})
