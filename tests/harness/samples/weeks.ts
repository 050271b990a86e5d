import { createCase, createEngineering, createSession } from '../missions.ts'
import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'session.week': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const engineeringId = await createEngineering(operator, [await createCase(operator)])
      await createSession(operator, engineeringId)
      return { engineeringId, input: { semaine: '2026-03-12' } }
    },
  },
  'session.remind': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const engineeringId = await createEngineering(operator, [await createCase(operator)])
      await operator.consultant(engineeringId)
      const sessionId = await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-01' })
      return { engineeringId, input: { sessionId } }
    },
  },
}
