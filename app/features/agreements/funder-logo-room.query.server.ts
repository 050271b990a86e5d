import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { agreementById } from './agreements.store.server.ts'

/** Whether somebody may give the funder of an agreement its logo, asked before one byte of it is kept. */
export const funderLogoRoom = defineQuery({
  name: 'agreement.logo-room',
  input: object({ agreementId: id() }),
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ operator }) => ({ operatorId: operator.id }),
})
