import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { advanceInput, type plainTransitions } from './accompaniment-input.ts'
import { type Accompaniment, lockCase } from './accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from './move-case.store.server.ts'

/** The day that each transition leaves on the case. */
const dayWritten: Partial<Record<(typeof plainTransitions)[number], (on: Day) => Partial<Accompaniment>>> = {
  hold_intake: on => ({ intakeOn: on }),
  start_diagnostic: on => ({ diagnosticStartedOn: on }),
}

/** Moves a case one step on, where the step needs nothing but its guards. */
export const advanceCase = defineCommand({
  name: 'accompaniment.advance',
  input: advanceInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { transition, on, reason },
    subject,
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'day-to-come'>>> => {
    const happened = on ?? ctx.today
    if (happened > ctx.today) return fail('day-to-come', {}, 'on')
    return moveCase(ctx, subject, { transition, reason, on: happened, set: dayWritten[transition]?.(happened) ?? {} })
  },
})
