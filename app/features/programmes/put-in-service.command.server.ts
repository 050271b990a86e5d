import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { revisionInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { putInService } from './programmes.store.server.ts'

/** New cases take the latest version from now on; open ones keep theirs. */
export const putProgrammeInService = defineCommand({
  name: 'programme.put-in-service',
  input: revisionInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async ({ tx, operator, record }, { revision }, { latest }) => {
    if (latest.revision !== revision)
      throw await conflictOn(tx, operator.id, latest.id, { version: latest.revision, values: {} })
    await putInService(tx, operator.id, latest)
    await record({
      name: 'programme.put-in-service',
      subjectKind: 'programme',
      subjectId: latest.id,
      data: { programme: latest.definition.name.fr, version: latest.version },
    })
    return ok({ code: latest.code, version: latest.version })
  },
})
