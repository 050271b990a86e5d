import { anAgreement } from '../factories/agreement.ts'
import { anEdition } from '../factories/edition.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function edition(operator: TestOperator, state: 'ready' | 'published') {
  const { agreementId } = await anAgreement(operator)
  return { agreementId, editionId: await anEdition(operator, agreementId, { state }) }
}

export const samples: Record<string, Sample> = {
  'edition.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'edition.request': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId, year: 2026 }, agreementId }
    },
  },
  'edition.page': {
    allowed: members,
    prepare: async operator => {
      const { agreementId, editionId } = await edition(operator, 'published')
      return { input: { editionId }, agreementId }
    },
  },
  'edition.publish': {
    allowed: ['manager'],
    prepare: async operator => {
      const { agreementId, editionId } = await edition(operator, 'ready')
      return { input: { editionId }, agreementId }
    },
  },
  'edition.figureCases': {
    allowed: members,
    prepare: async operator => {
      const { agreementId, editionId } = await edition(operator, 'published')
      return { input: { editionId, figure: 'diagnostics' }, agreementId }
    },
  },
  'edition.download': {
    allowed: [...members, 'funder', 'network'],
    prepare: async operator => {
      const { agreementId, editionId } = await edition(operator, 'published')
      return { input: { editionId, format: 'pdf' }, agreementId }
    },
  },
  'funder.agreements': {
    allowed: ['funder'],
    prepare: async operator => {
      const { agreementId } = await edition(operator, 'published')
      return { input: {}, agreementId }
    },
  },
  'funder.agreement': {
    allowed: ['funder'],
    prepare: async operator => {
      const { agreementId } = await edition(operator, 'published')
      return { input: { agreementId }, agreementId }
    },
  },
  'network.editions': {
    allowed: ['network'],
    prepare: async operator => {
      const { agreementId } = await edition(operator, 'published')
      return { input: {}, agreementId }
    },
  },
  'report.computed': {
    allowed: ['system'],
    prepare: async operator => {
      const { agreementId, code } = await anAgreement(operator)
      return { input: { agreement: code, year: 2026 }, agreementId }
    },
  },
}
