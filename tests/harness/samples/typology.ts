import { caseIn } from '../cases.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

export const samples: Record<string, Sample> = {
  'typology.page': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number } }),
  },
  'typology.save': {
    allowed: members,
    prepare: async operator => ({
      input: { number: (await caseIn(operator)).number, version: 0, trade: 'coaching', publics: ['youth', 'women'] },
    }),
  },
}
