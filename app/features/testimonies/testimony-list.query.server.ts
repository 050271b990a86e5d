import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { listTestimonies } from './testimonies.store.server.ts'
import { TestimonyListInput } from './testimony-input.ts'

/** What was collected, with who may read it. */
export const testimonyListPage = defineQuery({
  name: 'testimony.list',
  input: TestimonyListInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, { audience, numero }) => {
    const all = await listTestimonies(tx, operator.id, numero)
    const testimonies = audience
      ? all.filter(({ consents }) => consents.some(given => !given.withdrawnOn && given.audience === audience))
      : all
    return { operator: operator.slug, today, filters: { audience, numero }, testimonies }
  },
})
