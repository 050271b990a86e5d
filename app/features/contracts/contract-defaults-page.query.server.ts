import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { contractDefaultsOf, vatOf } from './contract-defaults.ts'

/** The clauses that an operator gives to its new contracts; null while it set none. */
export const contractDefaultsPage = defineQuery({
  name: 'contract.defaults',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ operator }) => ({
    operator: operator.slug,
    defaults: contractDefaultsOf(operator.settings),
    vatBasisPoints: vatOf(operator.settings),
  }),
})
