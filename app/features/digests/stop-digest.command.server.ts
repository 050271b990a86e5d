import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { digestById, stopDigest } from './digests.store.server.ts'

/** Stops a digest by the link that each one carries, whoever's mailbox does it for her. */
export const stopDigestByLink = defineCommand({
  name: 'digest.stop',
  input: object({}),
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? digestById(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, { id }) => holdsLink(actor, 'digest', id),
  run: async ({ tx, operator }, _input, { id }) => {
    await stopDigest(tx, operator.id, id)
    return ok({})
  },
})
