import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { listAgreements } from './agreements.store.server.ts'

export const agreementListPage = defineQuery({
  name: 'agreement.list',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }) => ({
    operator: operator.slug,
    today,
    agreements: await listAgreements(tx, operator.id),
    programmes: (await currentProgrammes(tx, operator.id)).map(({ code, name }) => ({ code, name })),
  }),
})
