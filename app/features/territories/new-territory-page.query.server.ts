import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { territoriesInput } from './territory-input.ts'

export const newTerritoryPage = defineQuery({
  name: 'territory.new',
  input: territoriesInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ operator }) => ({ base: `/o/${operator.slug}/territoires` }),
})
