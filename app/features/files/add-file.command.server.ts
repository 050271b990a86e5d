import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { fileSubjects, questionSubject } from './file-about.ts'
import { addFileInput } from './file-input.ts'
import { writeFile } from './files.store.server.ts'

function isSubject(about: string, { steps }: Pick<ProgrammeDefinition, 'steps'>): boolean {
  const questions = steps.flatMap(({ questions: asked = [] }) => asked)
  return (
    fileSubjects.includes(about) ||
    questions.some(({ code, kind }) => kind === 'file' && questionSubject(code) === about)
  )
}

/** Attaches a file whose bytes are kept already: from here on it is a document of the case. */
export const addFile = defineCommand({
  name: 'file.add',
  input: addFileInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, actor, now, record }, { number, fileId, step: _step, ...file }, { row, programme }) => {
    if (file.about && !isSubject(file.about, programme.definition)) return fail('unknown-file-subject', {}, 'about')
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
