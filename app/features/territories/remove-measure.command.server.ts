import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { deleteMeasure, lockChallenge, lockMeasure } from './challenges.store.server.ts'
import { measureInput } from './territory-input.ts'

/** A measure that was written by mistake; the history keeps what it said. */
export const removeMeasure = defineCommand({
  name: 'challenge.remove-measure',
  input: measureInput,
  subject: async ({ tx, operator }, asked) =>
    (await lockChallenge(tx, operator.id, asked)) && lockMeasure(tx, operator.id, asked),
  allow: isMember,
  run: async ({ tx, operator, record }, { challengeId }, { id: measureId, measuredOn, value, source }) => {
    await deleteMeasure(tx, operator.id, measureId)
    const data = { measuredOn, value, source }
    await record({ name: 'challenge.measure-removed', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ challengeId })
  },
})
