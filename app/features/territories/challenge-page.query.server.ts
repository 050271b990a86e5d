import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { casesOfChallenge } from './challenge-cases.store.server.ts'
import { challengesOf } from './challenges.store.server.ts'
import { territoryById } from './territories.store.server.ts'
import { changeOf } from './territory.ts'
import { challengeInput } from './territory-input.ts'

/** One challenge with all its measures. */
export const challengePage = defineQuery({
  name: 'challenge.page',
  input: challengeInput,
  subject: async ({ tx, operator }, { territoryId, challengeId }) => {
    const territory = await territoryById(tx, operator.id, territoryId)
    const known = territory && (await challengesOf(tx, operator.id, territoryId))
    const challenge = known?.find(({ id }) => id === challengeId)
    return territory && challenge ? { territory, challenge } : null
  },
  allow: isMember,
  run: async ({ tx, operator, today }, _input, { territory, challenge: { measures, ...challenge } }) => ({
    base: `/o/${operator.slug}/territoires`,
    today,
    territory: { id: territory.id, name: territory.name },
    challenge,
    measures,
    change: changeOf(measures),
    cases: await casesOfChallenge(tx, operator.id, challenge.id),
  }),
})
