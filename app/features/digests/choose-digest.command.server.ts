import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { ok } from '#app/kernel/result.ts'
import { DigestChoiceInput } from './digest-input.ts'
import { chooseFor } from './digests.store.server.ts'

/** When she wants her digest of this operator, or that she wants none. */
export const chooseDigest = defineCommand({
  name: 'digest.choose',
  input: DigestChoiceInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor }, choice) => {
    if (actor.kind === 'member') await chooseFor(tx, operator.id, actor.userId, choice)
    return ok({})
  },
})
