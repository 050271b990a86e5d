import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'

/** What a manager may set. */
export const settingsPage = defineQuery({
  name: 'operator.settings',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ operator, today }) => ({
    name: operator.name,
    demonstration: operator.demonstration,
    today,
  }),
})
