import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { territoriesOf } from './territories.store.server.ts'
import { territoriesInput } from './territory-input.ts'

export const territoriesPage = defineQuery({
  name: 'territory.list',
  input: territoriesInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator }) => ({
    base: `/o/${operator.slug}/territoires`,
    territories: await territoriesOf(tx, operator.id),
  }),
})
