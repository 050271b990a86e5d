import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { fileInput } from './file-input.ts'
import { fileOfCase, hideFile } from './files.store.server.ts'

/** Takes a file away from its case. */
export const removeFile = defineCommand({
  name: 'file.remove',
  input: fileInput,
  subject: async ({ tx, operator }, { number, fileId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    return found && fileOfCase(tx, operator.id, { accompanimentId: found.row.id, fileId })
  },
  allow: isMember,
  run: async ({ tx, operator, now, record }, { number }, file) => {
    await hideFile(tx, operator.id, file.id, now)
    await record({
      name: 'file.removed',
      subjectKind: 'file',
      subjectId: file.id,
      accompanimentId: file.accompanimentId,
      data: { name: file.name },
    })
    return ok({ number, name: file.name })
  },
})
