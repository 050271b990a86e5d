import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'operator.shell': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
  'accompaniment.today': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
}
