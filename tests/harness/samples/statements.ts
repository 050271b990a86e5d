import { createCase, createEngineering, createSession } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

async function mission(operator: TestOperator) {
  const engineeringId = await createEngineering(operator, [await createCase(operator)])
  await createSession(operator, engineeringId)
  return { engineeringId, input: { engineeringId, du: '2026-01-01', au: '2026-03-12' } }
}

export const samples: Record<string, Sample> = {
  'statement.page': { allowed: ['consultant'], prepare: mission },
  'statement.take': { allowed: ['consultant'], prepare: mission },
  'session.held-days': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: { genre: 'individual' } }
    },
  },
}
