import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'

export const newProviderPage = defineQuery({
  name: 'provider.new',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ operator }) => ({ operator: operator.slug }),
})
