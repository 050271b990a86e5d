import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { typologyOf } from './typologies.store.server.ts'
import { noTypology, typologyFormValues } from './typology.ts'

/** The kind of accompaniment that a case is: what was saved, or what its programme declares of all its cases. */
export const typologyPage = defineQuery({
  name: 'typology.page',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator }, _input, { row, programme: { definition } }) => {
    const saved = await typologyOf(tx, operator.id, row.id)
    return {
      number: row.number,
      version: saved?.version ?? 0,
      declaredBy: saved || !definition.typology ? null : definition.name,
      values: typologyFormValues(saved?.typology ?? { ...noTypology, ...definition.typology }),
    }
  },
})
