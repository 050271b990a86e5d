import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { listTestimonies } from './testimonies.store.server.ts'
import { TestimonyListInput } from './testimony-input.ts'

const perPage = 12

/** What was collected, with who may read it. */
export const testimonyListPage = defineQuery({
  name: 'testimony.list',
  input: TestimonyListInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, { audience, numero, page: asked }) => {
    const page = asked ?? 1
    const range = { limit: perPage, offset: (page - 1) * perPage }
    const found = await listTestimonies(tx, operator.id, { number: numero, audience }, range)
    return { operator: operator.slug, today, filters: { audience, numero }, page, perPage, ...found }
  },
})
