import type { Sample } from '../use-cases.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }

export const samples: Record<string, Sample> = {
  'figures.computed': {
    allowed: ['practitioner', 'manager', 'system'],
    prepare: async () => ({ input: { ...year, audience: 'operator', by: 'department' } }),
  },
  'figures.page': {
    allowed: ['practitioner', 'manager'],
    prepare: async () => ({ input: { du: '2025-01-01', au: '2025-12-31', par: 'region' } }),
  },
  'figures.cases': {
    allowed: ['practitioner', 'manager'],
    prepare: async () => ({ input: { du: '2025-01-01', au: '2025-12-31', code: 'contacts' } }),
  },
}
