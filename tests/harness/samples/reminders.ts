import { inDemonstration } from '../demonstration.ts'
import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'reminder.page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
  'operator.settings': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'clock.page': {
    allowed: ['manager'],
    prepare: async operator => {
      await inDemonstration(operator)
      return { input: {} }
    },
  },
  'clock.advance': {
    allowed: ['manager'],
    prepare: async operator => {
      await inDemonstration(operator)
      return { input: { to: '2026-06-01' } }
    },
  },
}
