import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { seatsOf, territoryById } from './territories.store.server.ts'
import { territoryInput } from './territory-input.ts'

export const territorySheet = defineQuery({
  name: 'territory.sheet',
  input: territoryInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator }, _input, territory) => ({
    base: `/o/${operator.slug}/territoires`,
    territory,
    seats: await seatsOf(tx, operator.id, territory.id),
  }),
})
