import { newId } from '#app/kernel/ids.ts'
import { grants } from '#db/schema/operators.ts'
import { aLogo, anAgreement } from '../factories/agreement.ts'
import type { Sample } from '../use-cases.ts'

const fields = {
  code: 'CONV-2026',
  funder: 'Région',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  departments: '45, 18',
}
const members = ['practitioner', 'manager'] as const

export const samples: Record<string, Sample> = {
  'agreement.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'agreement.create': { allowed: members, prepare: async () => ({ input: fields }) },
  'agreement.page': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId }, agreementId }
    },
  },
  'agreement.edit': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { ...fields, agreementId, version: '1' }, agreementId }
    },
  },
  'agreement.logo-room': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId }, agreementId }
    },
  },
  'agreement.logo': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      const logoId = await aLogo(operator, agreementId)
      return { input: { agreementId, logoId }, agreementId }
    },
  },
  'agreement.setLogo': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      const file = { fileId: newId(), name: 'region.png', kind: 'png', size: 4_000, sha256: 'a'.repeat(64) }
      return { input: { agreementId, ...file }, agreementId }
    },
  },
  'agreement.dropLogo': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId }, agreementId }
    },
  },
  'agreement.inviteFunder': {
    allowed: ['manager'],
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId, name: 'Hélène Garnier', email: `${newId()}@funder.example` }, agreementId }
    },
  },
  'agreement.revokeFunder': {
    allowed: ['manager'],
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      const { userId } = await operator.network()
      const grantId = newId()
      await operator.inside(({ tx }) =>
        tx.insert(grants).values({
          operatorId: operator.id,
          id: grantId,
          userId,
          kind: 'funder',
          subjectId: agreementId,
          fromOn: '2026-01-01',
        }),
      )
      return { input: { agreementId, grantId }, agreementId }
    },
  },
  'agreement.setTarget': {
    allowed: members,
    prepare: async operator => {
      const { agreementId } = await anAgreement(operator)
      return { input: { agreementId, year: 2026, indicator: 'diagnostics', value: '60' }, agreementId }
    },
  },
}
