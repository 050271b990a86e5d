import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { operatorRulesOf } from './operator-rules.store.server.ts'

/** The rules of the operator that are about none of its cases. */
export const rulesPage = defineQuery({
  name: 'reminder.rules',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ operator }) => ({ operator: operator.slug, rules: operatorRulesOf(operator.settings) }),
})
