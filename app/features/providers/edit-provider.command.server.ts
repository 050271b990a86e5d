import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { withoutAddress } from './provider-events.ts'
import { EditProviderInput } from './provider-input.ts'
import { isNameTaken, providerById, updateProvider } from './providers.store.server.ts'

export const editProvider = defineCommand({
  name: 'provider.edit',
  input: EditProviderInput,
  subject: ({ tx, operator }, { providerId }) => providerById(tx, operator.id, providerId, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, record }, { providerId, version, ...written }, before) => {
    const { name, email, siret, skills, sectors, territories } = before
    const values = { name, email, siret, skills, sectors, territories }
    if (before.version !== version)
      throw await conflictOn(tx, operator.id, providerId, { version: before.version, values })
    if (await isNameTaken(tx, operator.id, written.name, providerId))
      return fail('provider-name-taken', undefined, 'name')
    await updateProvider(tx, operator.id, providerId, written)
    const data = withoutAddress(changesBetween(values, written))
    await record({ name: 'provider.edited', subjectKind: 'provider', subjectId: providerId, data })
    return ok({ providerId })
  },
})
