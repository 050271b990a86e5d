import { createCase, createEngineering, createSession } from '../missions.ts'
import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'calendar.sessions': {
    allowed: ['consultant', 'practitioner', 'manager'],
    prepare: async operator => {
      const engineeringId = await createEngineering(operator, [await createCase(operator)])
      await createSession(operator, engineeringId)
      return { engineeringId, input: {} }
    },
  },
}
