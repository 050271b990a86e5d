import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { codeFrom } from './editing.ts'
import { copyInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { allVersions, insertVersion } from './versions.store.server.ts'

/** A programme of the operator's own, from one that it has. It is not offered to cases before it is put in service. */
export const copyProgramme = defineCommand({
  name: 'programme.copy',
  input: copyInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async ({ tx, operator, record }, { name }, { latest }) => {
    const taken = new Set((await allVersions(tx, operator.id)).map(({ code }) => code))
    const code = codeFrom(name, taken, '-')
    const definition = { ...latest.definition, code, version: 1, name: { fr: name, en: name } }
    const id = await insertVersion(tx, operator.id, { definition, current: false })
    await record({
      name: 'programme.copied',
      subjectKind: 'programme',
      subjectId: id,
      data: { programme: name, from: latest.definition.name.fr },
    })
    return ok({ code })
  },
})
