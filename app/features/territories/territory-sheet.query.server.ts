import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { communeAsTyped } from '#app/features/organisations/communes.store.server.ts'
import { seatsOf, territoryById } from './territories.store.server.ts'
import { territoryInput } from './territory-input.ts'

export const territorySheet = defineQuery({
  name: 'territory.sheet',
  input: territoryInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator }, _input, territory) => ({
    base: `/o/${operator.slug}/territoires`,
    territory: { ...territory, communes: territory.communes.map(code => communeAsTyped(code)) },
    seats: await seatsOf(tx, operator.id, territory.id),
  }),
})
