import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { line, object, optional } from '#app/kernel/input.ts'

/** An empty form, and what the register of companies is asked: only members see it. */
export const newOrganisationPage = defineQuery({
  name: 'organisation.new',
  input: object({ cherche: optional(line({ max: 120 })) }),
  subject: theOperator,
  allow: isMember,
  run: async (_ctx, { cherche }) => ({ words: cherche }),
})
