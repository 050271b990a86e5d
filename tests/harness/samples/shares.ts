import { newId } from '#app/kernel/ids.ts'
import { shareMembers, shares } from '#db/schema/shares.ts'
import { createCase, createEngineering } from '../missions.ts'
import { createOperator, type TestOperator } from '../operator.ts'
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
  'share.join': {
    allowed: members,
    prepare: async operator => {
      const one = await createCase(operator)
      return { input: { shareId: await aShare(operator), number: one.number } }
    },
  },
  'share.leave': {
    allowed: members,
    prepare: async operator => {
      const one = await createCase(operator)
      const shareId = await aShare(operator)
      await operator.inside(({ tx }) =>
        tx.insert(shareMembers).values({ operatorId: operator.id, id: newId(), shareId, accompanimentId: one.id }),
      )
      return { input: { shareId, accompanimentId: one.id } }
    },
  },
  'share.answer': {
    allowed: members,
    prepare: async operator => ({
      input: { shareId: await aShare(operator), version: 1, answer: 'accepted' },
    }),
  },
}

async function aShare(operator: TestOperator): Promise<string> {
  const [shareId, leadId] = [newId(), (await createOperator()).id]
  await operator.inside(({ tx }) =>
    tx.insert(shares).values({ operatorId: operator.id, id: shareId, shareKey: newId(), leadId }),
  )
  return shareId
}
