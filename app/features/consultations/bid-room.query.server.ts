import { holdsLink } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { bidByLink } from './bids.store.server.ts'

/** Whether the provider may still send a document, asked before one byte of it is kept. */
export const bidRoom = defineQuery({
  name: 'offer.room',
  input: object({}),
  subject: async ctx => (ctx.actor.kind === 'contact' ? bidByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { invitationId }) => holdsLink(actor, 'consultation', invitationId),
  run: async ({ operator }, _input, { isOver }) => ({ operatorId: operator.id, isOver }),
})
