import { writeCitation } from '#app/features/references/references.store.server.ts'
import { aFinishedMission, anAskedReference } from '../references.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

export const samples: Record<string, Sample> = {
  'reference.ask': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await aFinishedMission(operator)
      return { engineeringId, input: { engineeringId, accompanimentId: one.id } }
    },
  },
  'reference.withdraw': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, referenceId } = await anAskedReference(operator)
      await operator.inside(({ tx }) =>
        writeCitation(tx, operator.id, referenceId, { citation: 'named', withdrawnOn: null }),
      )
      return { engineeringId, input: { engineeringId, referenceId } }
    },
  },
  'reference.answer': {
    allowed: ['contact'],
    prepare: async operator => {
      const { engineeringId, token } = await anAskedReference(operator)
      return { engineeringId, linkToken: token, input: { citation: 'anonymous' } }
    },
  },
}
