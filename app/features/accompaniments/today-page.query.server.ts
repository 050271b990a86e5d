import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'

/** What waits for the practitioner today. */
export const todayPage = defineQuery({
  name: 'accompaniment.today',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ today }) => ({ today }),
})
