import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fieldErrors, Invalid } from '#app/access/outcome.ts'
import { choice, object } from '#app/kernel/input.ts'
import { fail } from '#app/kernel/result.ts'
import { takeUpdateInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { offeredUpdate } from './shipped-update.store.server.ts'
import { sides } from './shipped-update.ts'
import { refuseStale, saveDefinition } from './versions.store.server.ts'

/** The operator's copy with what is shipped since: a version that is being written, as any other edit. */
export const takeUpdate = defineCommand({
  name: 'programme.take-update',
  input: takeUpdateInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async (ctx, { mark, choices }, { latest, versions }) => {
    const offered = await offeredUpdate(ctx, versions)
    if (!offered) return fail('programme-up-to-date')
    await refuseStale(ctx, latest, mark, offered.mark, {})
    const { conflicts } = offered.settled({})
    const shape = object({ choices: object(Object.fromEntries(conflicts.map(({ key }) => [key, choice(sides)]))) })
    const read = shape.safeParse({ choices })
    if (!read.success) throw new Invalid(fieldErrors(read.error))
    return saveDefinition(ctx, versions, offered.settled(read.data.choices).definition, offered.shipped)
  },
})
