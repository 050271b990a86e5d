import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { lockChallenge, updateChallenge } from './challenges.store.server.ts'
import { editChallengeInput } from './territory-input.ts'

export const editChallenge = defineCommand({
  name: 'challenge.edit',
  input: editChallengeInput,
  subject: ({ tx, operator }, asked) => lockChallenge(tx, operator.id, asked),
  allow: isMember,
  run: async ({ tx, operator, record }, { territoryId: _place, challengeId, version, ...written }, before) => {
    const { nature, title, words, indicator, unit } = before
    const values = { nature, title, words, indicator, unit }
    if (before.version !== version)
      throw await conflictOn(tx, operator.id, challengeId, { version: before.version, values })
    await updateChallenge(tx, operator.id, challengeId, written)
    const data = { title, changes: changesBetween(values, written) }
    await record({ name: 'challenge.edited', subjectKind: 'challenge', subjectId: challengeId, data })
    return ok({ challengeId })
  },
})
