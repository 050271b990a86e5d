import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { insertMeasure, lockChallenge } from './challenges.store.server.ts'
import { recordMeasureInput } from './territory-input.ts'

/** The value of a challenge's indicator on a day, and where it comes from. */
export const recordMeasure = defineCommand({
  name: 'challenge.record-measure',
  input: recordMeasureInput,
  subject: ({ tx, operator }, asked) => lockChallenge(tx, operator.id, asked),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { challengeId, measuredOn, value, source }, { indicator }) => {
    if (!indicator) return fail('challenge-without-indicator')
    if (measuredOn > today) return fail('day-to-come', {}, 'measuredOn')
    const measureId = await insertMeasure(tx, operator.id, { challengeId, measuredOn, value, source })
    if (!measureId) return fail('already-measured', undefined, 'measuredOn')
    const data = { measuredOn, value, source }
    await record({ name: 'challenge.measured', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ measureId })
  },
})
