import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { choice, id, object } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockBrake, releaseBrake, settleHeldBack } from './brake.store.server.ts'
import { sendingInstant } from './send-rules.ts'

/** Decides about a run that was stopped because it is far beyond the usual day: all that waits leaves, or none of it. */
export const settleBrake = defineCommand({
  name: 'brake.settle',
  input: object({ id: id(), decision: choice(['release', 'drop']) }),
  subject: ({ tx, operator }, input) => lockBrake(tx, operator.id, input.id),
  allow: isManager,
  run: async ({ tx, operator, now, record }, { decision }, brake) => {
    if (brake.releasedAt) return fail('brake-settled')
    await releaseBrake(tx, operator.id, brake.id, now)
    const count = await settleHeldBack(
      tx,
      operator.id,
      decision === 'release' ? { state: 'planned', dueAt: sendingInstant(false, now) } : { state: 'cancelled' },
    )
    await record({
      name: decision === 'release' ? 'brake.released' : 'brake.dropped',
      subjectKind: 'send-day',
      subjectId: brake.id,
      data: { day: brake.day, count },
    })
    return ok({ decision, count })
  },
})
