import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { integer, line, object, optional } from '#app/kernel/input.ts'
import { listingState } from './listing.ts'
import { providersPerPage } from './provider-input.ts'
import { countProviders, listProviders } from './providers.store.server.ts'

export const providersPage = defineQuery({
  name: 'provider.list',
  input: object({ q: optional(line({ max: 100 })), page: optional(integer({ min: 1, max: 10_000 })) }),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, { q, page }) => {
    const current = page ?? 1
    const total = await countProviders(tx, operator.id, q)
    const offset = (current - 1) * providersPerPage
    const providers = await listProviders(tx, operator.id, { search: q, limit: providersPerPage, offset })
    return {
      operator: operator.slug,
      q,
      page: current,
      total,
      perPage: providersPerPage,
      providers: providers.map(row => ({ ...row, listing: listingState(row.confirmedOn, today) })),
    }
  },
})
