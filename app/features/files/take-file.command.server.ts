import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { fileInput } from './file-input.ts'
import { fileOfCase } from './files.store.server.ts'

/** Takes a copy of a file out of the product: a command, so that the chain holds who did. */
export const takeFile = defineCommand({
  name: 'file.take',
  input: fileInput,
  subject: async ({ tx, operator }, { number, fileId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    return found && fileOfCase(tx, operator.id, { accompanimentId: found.row.id, fileId })
  },
  allow: isMember,
  run: async ({ operator }, _input, { id, name, kind }) => ok({ operatorId: operator.id, id, name, kind }),
})
