import { aCase } from '../factories/accompaniment.ts'
import { aTestimony } from '../factories/testimony.ts'
import { testDay } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
const consent = { personName: 'Aïcha Benali', audience: 'funder', givenOn: testDay, evidence: 'formulaire signé' }

export const samples: Record<string, Sample> = {
  'testimony.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'testimony.add': {
    allowed: members,
    prepare: async operator => {
      const { number } = await aCase(operator)
      return {
        input: {
          number,
          kind: 'testimony',
          body: 'Tout a changé.',
          collectedOn: testDay,
          hasConsent: 'oui',
          ...consent,
        },
      }
    },
  },
  'testimony.giveConsent': {
    allowed: members,
    prepare: async operator => {
      const { pieceId } = await aTestimony(operator, await aCase(operator))
      return { input: { pieceId, ...consent } }
    },
  },
  'testimony.withdrawConsent': {
    allowed: members,
    prepare: async operator => {
      const { consentId } = await aTestimony(operator, await aCase(operator), { consent: 'funder' })
      return { input: { consentId } }
    },
  },
}
