import { eq } from 'drizzle-orm'
import { replaceOfferFile } from '#app/features/consultations/bids.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { consultations } from '#db/schema/consultations.ts'
import { aConsultation, anUnsigned, bidLink, createProviders } from '../consultations.ts'
import { createCase } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

async function unsigned(operator: TestOperator) {
  const one = await createCase(operator)
  return { one, engineeringId: await anUnsigned(operator, [one]) }
}

/** What the third provider, which has not bid, does by its link. */
const byLink = (input: () => Record<string, unknown>): Sample => ({
  allowed: ['contact'],
  prepare: async operator => {
    const { engineeringId, invitationIds } = await aConsultation(operator, { deadline: '2026-05-01' })
    return { engineeringId, linkToken: await bidLink(operator, invitationIds[2]), input: input() }
  },
})

export const samples: Record<string, Sample> = {
  'terms.page': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await unsigned(operator)
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'terms.save': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await unsigned(operator)
      const criteria = [{ label: 'Méthode', weight: '60' }]
      return {
        engineeringId,
        input: { engineeringId, number: one.number, version: 0, context: 'Une école.', criteria },
      }
    },
  },
  'terms.take': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aConsultation(operator)
      return { engineeringId, input: { engineeringId } }
    },
  },
  'consultation.page': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await aConsultation(operator)
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'consultation.open': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aConsultation(operator)
      const providerIds = await createProviders(operator, ['Cabinet Drôme'])
      return { engineeringId, input: { engineeringId, providerIds, deadline: '2026-04-01' } }
    },
  },
  'consultation.note-intention': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, invitationIds } = await aConsultation(operator)
      return { engineeringId, input: { engineeringId, invitationId: invitationIds[2], intention: 'no' } }
    },
  },
  'offer.record': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, providerIds } = await aConsultation(operator)
      const offer = { receivedOn: '2026-02-18', days: '4', amount: '4100' }
      return { engineeringId, input: { engineeringId, providerId: providerIds[2], ...offer } }
    },
  },
  'offer.score': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, offerIds, criterionIds } = await aConsultation(operator)
      const scores = [{ offerId: offerIds[0], criterionId: criterionIds[0], organisation: '50', practitioner: '' }]
      return { engineeringId, input: { engineeringId, version: 1, scores } }
    },
  },
  'consultation.decide': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, offerIds } = await aConsultation(operator, { isScored: true })
      const why = { justification: 'La meilleure méthode.', conflict: 'none' }
      const chosen = { chosenOfferId: offerIds[0], decidedOn: '2026-03-01' }
      return { engineeringId, input: { engineeringId, version: 1, ...chosen, ...why } }
    },
  },
  'minutes.take': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aConsultation(operator, { isScored: true })
      await operator.inside(({ tx }) =>
        tx.update(consultations).set({ decidedOn: '2026-03-01' }).where(eq(consultations.engineeringId, engineeringId)),
      )
      return { engineeringId, input: { engineeringId } }
    },
  },
  'offer.room': byLink(() => ({})),
  'consultation.say-intention': byLink(() => ({ intention: 'no' })),
  'offer.deposit': byLink(() => ({ days: '4,25', amount: '4300', note: 'Deux ateliers.' })),
  'offer.take-file': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, offerIds, invitationIds } = await aConsultation(operator)
      const file = { id: newId(), name: 'offre.pdf', kind: 'pdf', size: 40, sha256: 'a'.repeat(64) }
      await operator.inside(({ tx }) => replaceOfferFile(tx, operator.id, invitationIds[0] ?? '', file))
      return { engineeringId, input: { engineeringId, offerId: offerIds[0] } }
    },
  },
}
