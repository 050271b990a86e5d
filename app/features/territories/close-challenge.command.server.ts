import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockChallenge, updateChallenge } from './challenges.store.server.ts'
import { closeChallengeInput } from './territory-input.ts'

/** Says what came of a challenge. Its indicator may still be measured: that is when it tells something. */
export const closeChallenge = defineCommand({
  name: 'challenge.close',
  input: closeChallengeInput,
  subject: ({ tx, operator }, asked) => lockChallenge(tx, operator.id, asked),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { challengeId, closedOn, result }, before) => {
    if (before.closedOn) return fail('challenge-already-closed')
    if (closedOn > today) return fail('day-to-come', {}, 'closedOn')
    await updateChallenge(tx, operator.id, challengeId, { closedOn, result })
    const { title } = before
    const data = { title, changes: changesBetween(before, { closedOn, result }) }
    await record({ name: 'challenge.closed', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ challengeId })
  },
})
