import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { lockChallenge, updateChallenge } from './challenges.store.server.ts'
import { challengeInput } from './territory-input.ts'

/** Takes a closed challenge up again; what was said of it is kept. */
export const reopenChallenge = defineCommand({
  name: 'challenge.reopen',
  input: challengeInput,
  subject: ({ tx, operator }, asked) => lockChallenge(tx, operator.id, asked),
  allow: isMember,
  run: async ({ tx, operator, record }, { challengeId }, { title, closedOn, result }) => {
    await updateChallenge(tx, operator.id, challengeId, { closedOn: null, result })
    const data = { title, changes: { closedOn: [closedOn, null] } }
    await record({ name: 'challenge.reopened', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ challengeId })
  },
})
