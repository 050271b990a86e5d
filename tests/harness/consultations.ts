import { briefOf } from '#app/features/consultations/brief.ts'
import type { Terms } from '#app/features/consultations/consultation.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  consultations,
  invitations,
  offerScores,
  offers,
  selectionCriteria,
  termsOfReference,
} from '#db/schema/consultations.ts'
import { providers } from '#db/schema/engineerings.ts'
import { aLink } from './factories/link.ts'
import { createCase, createEngineering, type TestCase } from './missions.ts'
import type { TestOperator } from './operator.ts'

export type TestConsultation = {
  one: TestCase
  engineeringId: string
  providerIds: string[]
  invitationIds: string[]
  criterionIds: string[]
  offerIds: string[]
}

/** Firms that can be written to. */
export function createProviders(operator: TestOperator, names: readonly string[]): Promise<string[]> {
  return operator.inside(async ({ tx }) => {
    const made = names.map(name => ({ operatorId: operator.id, id: newId(), name, matchName: name.toLowerCase() }))
    await tx.insert(providers).values(made.map((row, rank) => ({ ...row, email: `offres${rank}@cabinet.example` })))
    return made.map(({ id }) => id)
  })
}

/** A contract that is not signed, and whose provider is not known: what a consultation begins with. */
export const anUnsigned = (operator: TestOperator, cases: readonly TestCase[]) =>
  createEngineering(operator, cases, {
    state: 'draft',
    signedOn: null,
    startsOn: null,
    endsOn: null,
    daysOrdered: null,
  })

const noTerms: Terms = {
  context: null,
  issue: null,
  results: null,
  phases: null,
  deliverables: null,
  calendar: null,
  skills: null,
  contact: null,
  publicity: null,
  quarters: null,
  budgetCents: null,
  vatBasisPoints: null,
  agreedOn: null,
  version: 1,
}

/** The secret of the link by which this invitation is answered. */
export const bidLink = (operator: TestOperator, invitationId: string | undefined) =>
  aLink(operator, { purpose: 'consultation', subjectId: invitationId ?? '', accompanimentId: null })

/** Terms agreed, three providers asked, two offers received, and the time to answer over, unless said otherwise. */
export async function aConsultation(
  operator: TestOperator,
  { deadline = '2026-02-20', isScored = false } = {},
): Promise<TestConsultation> {
  const one = await createCase(operator, 'Terre et Partage')
  const engineeringId = await anUnsigned(operator, [one])
  const names = ['Cabinet Aubrac', 'Cabinet Berry', 'Cabinet Causse']
  const providerIds = await createProviders(operator, names)
  return operator.inside(async ({ tx }) => {
    const own = { operatorId: operator.id, engineeringId }
    const rows = <T>(values: readonly T[]) => values.map(value => ({ ...own, id: newId(), ...value }))
    const agreed = { context: 'Une ressourcerie.', issue: 'Un modèle fragile.', days: 4, budgetCents: 500_000 }
    await tx.insert(termsOfReference).values({ ...own, id: newId(), ...agreed, agreedOn: '2026-01-30' })
    const criteria = rows([
      { position: 0, label: 'Méthode', weight: 60 },
      { position: 1, label: 'Prix', weight: 40 },
    ])
    await tx.insert(selectionCriteria).values(criteria)
    await tx.insert(consultations).values({ ...own, id: newId(), openedOn: '2026-02-01', deadline })
    const brief = briefOf(
      'Modèle socio-économique',
      { ...noTerms, context: 'Une ressourcerie.', quarters: 16 },
      criteria,
    )
    const asked = rows(
      providerIds.map((providerId, rank) => ({
        providerId,
        sentOn: '2026-02-01',
        deadline,
        brief: { ...brief, provider: names[rank] ?? '' },
      })),
    )
    await tx.insert(invitations).values(asked)
    const came = rows([
      { providerId: providerIds[0] ?? '', receivedOn: '2026-02-10', days: 4, amountCents: 420_050 },
      { providerId: providerIds[1] ?? '', receivedOn: '2026-02-12', days: 4.5, amountCents: 450_000 },
    ]).map((row, rank) => ({ ...row, invitationId: asked[rank]?.id ?? null }))
    await tx.insert(offers).values(came)
    if (isScored)
      await tx.insert(offerScores).values(
        came.flatMap(({ id: offerId }, rank) =>
          rows(
            criteria.map(({ id: criterionId, weight }) => ({
              offerId,
              criterionId,
              scorer: 'organisation' as const,
              points: weight - 10 * rank,
            })),
          ),
        ),
      )
    const idsOf = (made: readonly { id: string }[]) => made.map(({ id }) => id)
    return {
      one,
      engineeringId,
      providerIds,
      invitationIds: idsOf(asked),
      criterionIds: idsOf(criteria),
      offerIds: idsOf(came),
    }
  })
}
