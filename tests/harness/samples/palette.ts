import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'palette.page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: { q: 'ruche' } }) },
}
