import { networkReadersOf } from '#app/features/network-readers/network-readers.store.server.ts'
import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'network.invite': {
    allowed: ['manager'],
    prepare: async () => ({ input: { name: 'Régine Loiret', email: 'regine@region.example' } }),
  },
  'network.revoke': {
    allowed: ['manager'],
    prepare: async operator => {
      const { userId } = await operator.network()
      const readers = await operator.inside(({ tx }) => networkReadersOf(tx, operator.id))
      return { input: { grantId: readers[0]?.grantId ?? userId } }
    },
  },
}
