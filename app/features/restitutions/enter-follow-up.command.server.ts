import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { enterFollowUpInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { planMissingWaves } from '#app/features/follow-ups/plan-waves.store.server.ts'
import type { Result } from '#app/kernel/result.ts'

/** Files the final report: the waves of follow-up are planned, and the case waits for them. */
export const enterFollowUp = defineCommand({
  name: 'restitution.file-report',
  input: enterFollowUpInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { reason }, subject): Promise<Result<{ to: string }, MoveFailure>> => {
    // Before the guards look: they ask for planned waves. A refusal takes them back.
    if (subject.row.state === 'restitution') await planMissingWaves(ctx, subject)
    return moveCase(ctx, subject, { transition: 'enter_follow_up', reason })
  },
})
