import { offersOf } from '#app/features/consultations/consultations.store.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { recordOffer } from '#app/features/consultations/record-offer.command.server.ts'
import { saveTerms } from '#app/features/consultations/save-terms.command.server.ts'
import { scoreOffers } from '#app/features/consultations/score-offers.command.server.ts'
import { criteriaOf } from '#app/features/consultations/terms.store.server.ts'
import { addDeliverable } from '#app/features/contracts/add-deliverable.command.server.ts'
import { invoicesOf } from '#app/features/contracts/contracts.store.server.ts'
import { payInvoice } from '#app/features/contracts/pay-invoice.command.server.ts'
import { recordInvoice } from '#app/features/contracts/record-invoice.command.server.ts'
import { reviewDeliverable } from '#app/features/contracts/review-deliverable.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import type { CaseFile } from './case-file.ts'
import { lettersLeave } from './letters.ts'

const criteria = [
  { label: 'Compréhension de la demande', weight: '20' },
  { label: 'Méthode et calendrier', weight: '35' },
  { label: 'Compétences et références', weight: '25' },
  { label: 'Prix', weight: '20' },
]

export type Consulting = { engineeringId: string; openedOn: CaseFile['on']; providerIds: string[] }

/** A second engineering that is not bought yet: its terms leave to three providers. */
export async function consult(file: CaseFile): Promise<Consulting> {
  const input = { kind: 'individual', title: 'Communication et recherche de partenaires' }
  const { engineeringId } = await file.does(createEngineering, input)
  await file.does(saveTerms, {
    engineeringId,
    version: 0,
    context: 'L’équipe salariée vient d’être renforcée et le projet associatif réécrit.',
    issue: 'La structure est peu connue des entreprises de son bassin de vie, et dépend d’un seul financeur.',
    results: '- Un plan de communication que l’équipe tient seule\n- Dix partenaires rencontrés, trois engagés',
    phases: 'Un atelier de lancement, deux ateliers de travail, une restitution au conseil d’administration.',
    deliverables: 'Plan de communication, liste de partenaires, modèles de courriers.',
    days: '4',
    budget: '4400',
    calendar: 'Six mois à partir de la signature.',
    agreedOn: file.on,
    criteria,
  })
  const providerIds = [1, 4, 6].map(rank => file.company.providers[rank] ?? '')
  await file.does(openConsultation, { engineeringId, providerIds, deadline: addDays(file.on, 15) })
  await lettersLeave(file.stage, ['consultation.opened'], file.on)
  return { engineeringId, openedOn: file.on, providerIds }
}

/** Two offers came; the organisation and the practitioner have compared them, and the choice is still to be made. */
export async function compareOffers(file: CaseFile, { engineeringId, openedOn, providerIds }: Consulting) {
  const came = [
    { days: '4', amount: '4180', note: 'Deux ateliers sur place, deux à distance.' },
    { days: '4,5', amount: '4320,50', note: 'Tout sur place, avec une graphiste.' },
  ]
  for (const [rank, offer] of came.entries())
    await file.does(recordOffer, {
      engineeringId,
      providerId: providerIds[rank],
      receivedOn: addDays(openedOn, 8 + rank * 3),
      ...offer,
    })
  const { offers, grid } = await file.stage.inside(file.on, async ({ tx, operator }) => ({
    offers: await offersOf(tx, operator.id, engineeringId),
    grid: await criteriaOf(tx, operator.id, engineeringId),
  }))
  const points = (weight: number, taken: number) => String(Math.max(0, weight - taken))
  const scores = offers.flatMap(({ id: offerId }, rank) =>
    grid.map(({ id: criterionId, weight }, line) => ({
      offerId,
      criterionId,
      organisation: points(weight, 2 + ((rank * 3 + line) % 5)),
      practitioner: points(weight, 3 + ((rank + line * 2) % 4)),
    })),
  )
  await file.does(scoreOffers, { engineeringId, version: 1, scores })
}

/** What a running contract shows: two deliverables, one of them accepted, an invoice paid, and one more day agreed. */
export async function runContract(file: CaseFile, engineeringId: string, amount: string) {
  const promise = (title: string, dueOn: CaseFile['on']) => file.does(addDeliverable, { engineeringId, title, dueOn })
  const { deliverableId } = await promise('Note d’étape et tableau de bord', file.on)
  await promise('Plan d’action à deux ans', addDays(file.on, 60))
  await file.does(submitDeliverable, {
    engineeringId,
    deliverableId,
    version: 1,
    submittedOn: file.on,
    address: 'https://documents.example/note-d-etape',
    note: 'Présenté à l’équipe en séance.',
  })
  await file.does(reviewDeliverable, {
    engineeringId,
    deliverableId,
    version: 2,
    verdict: 'accepted',
    acceptedOn: file.on,
    sharing: 'operator',
    acceptedBy: file.organisation?.leader.name ?? 'La présidence',
  })
  await file.does(recordInvoice, { engineeringId, reference: 'F-2026-031', receivedOn: file.on, days: '1', amount })
  const [invoice] = await file.stage.inside(file.on, ({ tx, operator }) => invoicesOf(tx, operator.id, engineeringId))
  const paid = { version: 1, paidOn: file.on, paymentProof: 'Virement, relevé n° 7' }
  if (invoice) await file.does(payInvoice, { engineeringId, invoiceId: invoice.id, ...paid })
  await file.does(signAmendment, {
    engineeringId,
    version: 1,
    signedOn: file.on,
    days: '1',
    amount: '',
    endsOn: '',
    reason: 'Une séance de plus avec le conseil d’administration, sans supplément.',
  })
}
