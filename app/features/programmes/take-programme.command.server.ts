import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { programmeInput } from './programme-input.ts'
import { installProgrammes, shippedProgramme } from './programmes.store.server.ts'
import { versionsOf } from './versions.store.server.ts'

/** The operator's copy of a programme that is shipped and that it does not run yet: new cases may take it at once. */
export const takeProgramme = defineCommand({
  name: 'programme.take',
  input: programmeInput,
  subject: async (_ctx, { code }) => shippedProgramme(code),
  allow: isManager,
  run: async ({ tx, operator, record }, { code }, shipped) => {
    if ((await versionsOf(tx, operator.id, code)).length > 0) return fail('programme-known', {}, 'code')
    await installProgrammes(tx, operator.id, [shipped])
    const [taken] = await versionsOf(tx, operator.id, code)
    if (!taken) throw new Error('a programme that was just written')
    await record({
      name: 'programme.taken',
      subjectKind: 'programme',
      subjectId: taken.id,
      data: { programme: shipped.name.fr },
    })
    return ok({ code })
  },
})
