import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { providerCreated } from './provider-events.ts'
import { CreateProviderInput } from './provider-input.ts'
import { insertProvider } from './providers.store.server.ts'

export const createProvider = defineCommand({
  name: 'provider.create',
  input: CreateProviderInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, record }, input) => {
    const provider = await insertProvider(tx, operator.id, newId(), input)
    if (!provider) return fail('provider-name-taken', undefined, 'name')
    await record(providerCreated(provider.id, input))
    return ok({ providerId: provider.id })
  },
})
