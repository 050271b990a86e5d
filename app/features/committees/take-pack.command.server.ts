import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { takePackInput } from './committee-input.ts'
import { committeeById, itemsOf, membersOf } from './committees.store.server.ts'

/** Takes the papers of a meeting away: what its members read, and what they said. */
export const takePack = defineCommand({
  name: 'committee.take-pack',
  input: takePackInput,
  subject: ({ tx, operator }, { committeeId }) => committeeById(tx, operator.id, committeeId),
  allow: isMember,
  run: async ({ tx, operator, record }, { committeeId, format, langue }, committee) => {
    await record({
      name: 'committee.pack-taken',
      subjectKind: 'committee',
      subjectId: committeeId,
      data: { format },
    })
    return ok({
      format,
      locale: langue ?? ('fr' as const),
      content: {
        operator: operator.name,
        committee,
        items: await itemsOf(tx, operator.id, committeeId),
        members: await membersOf(tx, operator.id, committeeId),
      },
    })
  },
})
