import { signaturesOf } from '#app/features/attendance-sheets/sheets.store.server.ts'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { funderParts } from '#db/schema/shares.ts'
import { aLogo, anAgreement } from '../factories/agreement.ts'
import type { TestOperator } from '../operator.ts'
import { anne, annesLink, aSheet, typedAs } from '../sheets.ts'
import type { Sample } from '../use-cases.ts'

const writers = ['consultant', 'practitioner', 'manager'] as const
const found = () => ({ fileId: newId(), name: 'feuille.pdf', kind: 'pdf', size: 1200, sha256: 'a'.repeat(64) })

async function signedByAnne(operator: TestOperator) {
  const sheet = await aSheet(operator)
  const consultant = await operator.consultant(sheet.engineeringId)
  const input = { ...sheet.address, placeId: sheet.annes, sheet: sheet.sheet, ...typedAs(anne) }
  await consultant.must(signOnDevice, input)
  const [signature] = await operator.inside(({ tx }) => signaturesOf(tx, operator.id, [sheet.sessionId]))
  if (!signature) throw new Error('not signed')
  return { ...sheet, signatureId: signature.id }
}

const ofSheet: Sample['prepare'] = async operator => {
  const { engineeringId, address } = await aSheet(operator)
  return { engineeringId, input: address }
}

export const samples: Record<string, Sample> = {
  'sheet.page': { allowed: writers, prepare: ofSheet },
  'sheet.take': { allowed: writers, prepare: ofSheet },
  'sheet.open-phones': { allowed: writers, prepare: ofSheet },
  'sheet.sign-page': {
    allowed: writers,
    prepare: async operator => {
      const { engineeringId, address, annes } = await aSheet(operator)
      return { engineeringId, input: { ...address, placeId: annes } }
    },
  },
  'sheet.sign': {
    allowed: writers,
    prepare: async operator => {
      const { engineeringId, address, annes, sheet } = await aSheet(operator)
      return { engineeringId, input: { ...address, placeId: annes, sheet, ...typedAs(anne) } }
    },
  },
  'sheet.sign-from-device': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId, address, one, facts } = await aSheet(operator)
      const signed = { accompanimentId: one.id, personName: anne, signedAt: '2026-03-10T11:00:00Z', ...typedAs(anne) }
      return { engineeringId, input: { ...address, ...facts, ...signed } }
    },
  },
  'sheet.match-paper': {
    allowed: writers,
    prepare: async operator => {
      const { engineeringId, address, annes, sheet } = await aSheet(operator)
      return { engineeringId, input: { ...address, sheet, signers: [annes], ...found() } }
    },
  },
  'sheet.withdraw': {
    allowed: writers,
    prepare: async operator => {
      const { engineeringId, address, signatureId } = await signedByAnne(operator)
      return { engineeringId, input: { ...address, signatureId, reason: 'Erreur de ligne' } }
    },
  },
  'sheet.sign-by-link': {
    allowed: ['contact'],
    prepare: async operator => {
      const sheet = await aSheet(operator)
      const linkToken = await annesLink(operator, sheet)
      return { engineeringId: sheet.engineeringId, linkToken, input: { sheet: sheet.sheet, ...typedAs(anne) } }
    },
  },
  'sheet.logo-by-link': {
    allowed: ['contact'],
    prepare: async operator => {
      const sheet = await aSheet(operator)
      const { agreementId } = await anAgreement(operator)
      const logoId = await aLogo(operator, agreementId)
      const part = { operatorId: operator.id, id: newId(), engineeringId: sheet.engineeringId, agreementId, weight: 1 }
      await operator.inside(({ tx }) => tx.insert(funderParts).values(part))
      const linkToken = await annesLink(operator, sheet)
      return { engineeringId: sheet.engineeringId, agreementId, linkToken, input: { logoId } }
    },
  },
  'sheet.withdraw-by-link': {
    allowed: ['contact'],
    prepare: async operator => {
      const sheet = await signedByAnne(operator)
      const linkToken = await annesLink(operator, sheet)
      return { engineeringId: sheet.engineeringId, linkToken, input: { reason: 'Je n’y étais pas' } }
    },
  },
}
