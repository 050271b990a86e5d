import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'

/** An empty form: only members see it. */
export const newOrganisationPage = defineQuery({
  name: 'organisation.new',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async () => ({}),
})
