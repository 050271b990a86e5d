import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { committeesInput } from './committee-input.ts'
import { committeesOf } from './committees.store.server.ts'

export const committeesPage = defineQuery({
  name: 'committee.list',
  input: committeesInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }) => ({
    today,
    base: `/o/${operator.slug}/comites`,
    committees: await committeesOf(tx, operator.id),
  }),
})
