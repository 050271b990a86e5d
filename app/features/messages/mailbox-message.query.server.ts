import { isManager } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { mailboxMessageById } from './mailbox.store.server.ts'

/** One message of the mailbox, as text: what a stranger's name put into its HTML is never run here. */
export const mailboxMessage = defineQuery({
  name: 'mailbox.message',
  input: object({ id: id() }),
  subject: ({ tx, operator }, input) => mailboxMessageById(tx, operator.id, input.id),
  allow: isManager,
  run: async (_ctx, _input, { at, ...message }) => ({ ...message, at: at.toISOString() }),
})
