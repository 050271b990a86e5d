import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { vatOf } from '#app/features/contracts/contract-defaults.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import type { TermsPage } from './consultation.ts'
import { ConsultationAddress } from './consultation-input.ts'
import { consultationOf } from './consultations.store.server.ts'
import { criteriaOf, draftSources, termsOf } from './terms.store.server.ts'
import { draftTerms } from './terms-draft.ts'

/** The terms of reference as they stand, or a first text taken from the diagnostics of the members. */
export const termsPage = defineQuery({
  name: 'terms.page',
  input: ConsultationAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator }, { engineeringId }, engineering): Promise<TermsPage> => {
    const members = await membersOf(tx, operator.id, [engineeringId])
    const stored = await termsOf(tx, operator.id, engineeringId)
    const draft = async () =>
      draftTerms(await draftSources(tx, operator.id, members), engineering, vatOf(operator.settings))
    return {
      operator: operator.slug,
      engineering,
      cases: members.map(({ accompanimentId: id, number, name }) => ({ id, number, name })),
      terms: stored ?? (await draft()),
      criteria: await criteriaOf(tx, operator.id, engineeringId),
      isDraft: stored === null,
      isOpen: (await consultationOf(tx, operator.id, engineeringId)) !== null,
    }
  },
})
