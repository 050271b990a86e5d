import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { confirmProvider, providerById } from './providers.store.server.ts'

/** Says that a provider's sheet is right today: its year begins again. */
export const confirmListing = defineCommand({
  name: 'provider.confirm-listing',
  input: object({ providerId: id() }),
  subject: ({ tx, operator }, { providerId }) => providerById(tx, operator.id, providerId, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { providerId }) => {
    await confirmProvider(tx, operator.id, providerId, today)
    await record({ name: 'provider.listing-confirmed', subjectKind: 'provider', subjectId: providerId })
    return ok({ providerId })
  },
})
