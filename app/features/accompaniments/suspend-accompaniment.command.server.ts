import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { suspendInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from './move-case.store.server.ts'

/** Puts a case aside until a day: its clocks and its reminders wait too. */
export const suspendAccompaniment = defineCommand({
  name: 'accompaniment.suspend',
  input: suspendInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { reason, resumeOn },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-past'>>> => {
    if (resumeOn <= ctx.today) return fail('day-past', {}, 'resumeOn')
    return moveCase(ctx, subject, {
      transition: 'suspend',
      set: { suspendedOn: ctx.today, suspendReason: reason, resumeOn, stateBeforeSuspension: subject.row.state },
    })
  },
})
