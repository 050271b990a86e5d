import { newId } from '#app/kernel/ids.ts'
import { shares } from '#db/schema/shares.ts'
import { createCase, createEngineering } from '../missions.ts'
import { createOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

export const samples: Record<string, Sample> = {
  'share.page': {
    allowed: members,
    prepare: async operator => {
      const one = await createCase(operator)
      const engineeringId = await createEngineering(operator, [one])
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'engineering.share': {
    allowed: members,
    prepare: async operator => {
      const engineeringId = await createEngineering(operator, [await createCase(operator)])
      const partners = [{ slug: (await createOperator()).slug, weight: '1' }]
      return { engineeringId, input: { engineeringId, version: 1, own: '2', partners } }
    },
  },
  'share.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'share.answer': {
    allowed: members,
    prepare: async operator => {
      const [shareId, leadId] = [newId(), (await createOperator()).id]
      await operator.inside(({ tx }) =>
        tx.insert(shares).values({ operatorId: operator.id, id: shareId, shareKey: newId(), leadId }),
      )
      return { input: { shareId, version: 1, answer: 'accepted' } }
    },
  },
}
