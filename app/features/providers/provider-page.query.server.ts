import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringsOfProvider } from '#app/features/engineerings/engineerings.store.server.ts'
import { citedOf } from '#app/features/references/references.store.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { listingState } from './listing.ts'
import { providerById } from './providers.store.server.ts'

export const providerPage = defineQuery({
  name: 'provider.page',
  input: object({ providerId: id() }),
  subject: ({ tx, operator }, { providerId }) => providerById(tx, operator.id, providerId),
  allow: isMember,
  run: async ({ tx, operator, today }, { providerId }, provider) => ({
    operator: operator.slug,
    provider,
    listing: listingState(provider.confirmedOn, today),
    references: await citedOf(tx, operator.id, [providerId]),
    engineerings: await engineeringsOfProvider(tx, operator.id, providerId),
  }),
})
