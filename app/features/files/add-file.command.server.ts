import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { addFileInput } from './file-input.ts'
import { writeFile } from './files.store.server.ts'

/** Attaches a file whose bytes are kept already: from here on it is a document of the case. */
export const addFile = defineCommand({
  name: 'file.add',
  input: addFileInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, actor, now, record }, { number, fileId, ...file }, { row }) => {
    const addedBy = 'userId' in actor ? actor.userId : ''
    const written = { operatorId: operator.id, id: fileId, accompanimentId: row.id, ...file, addedBy, addedAt: now }
    if (await writeFile(tx, written))
      await record({
        name: 'file.added',
        subjectKind: 'file',
        subjectId: fileId,
        accompanimentId: row.id,
        data: { name: file.name, about: file.about },
      })
    return ok({ number, name: file.name })
  },
})
