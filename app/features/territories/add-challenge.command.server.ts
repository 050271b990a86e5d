import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { ok } from '#app/kernel/result.ts'
import { insertChallenge } from './challenges.store.server.ts'
import { territoryById } from './territories.store.server.ts'
import { addChallengeInput } from './territory-input.ts'

export const addChallenge = defineCommand({
  name: 'challenge.add',
  input: addChallengeInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator, record }, { territoryId, ...challenge }) => {
    const challengeId = await insertChallenge(tx, operator.id, { territoryId, ...challenge })
    const data = changesBetween({}, challenge)
    await record({ name: 'challenge.added', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ challengeId })
  },
})
