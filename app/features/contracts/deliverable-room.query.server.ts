import { worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { id, object } from '#app/kernel/input.ts'

/** Whether a consultant may hand something over for her mission, asked before one byte of it is kept. */
export const deliverableRoom = defineQuery({
  name: 'deliverable.room',
  input: object({ engineeringId: id() }),
  subject: ({ tx, operator }, { engineeringId }) => engineeringById(tx, operator.id, engineeringId),
  allow: (actor, engineering) => worksOn(actor, engineering.id, 'write'),
  run: async ({ operator }) => ({ operatorId: operator.id }),
})
