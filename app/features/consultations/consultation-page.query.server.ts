import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { listingState } from '#app/features/providers/listing.ts'
import { citedOf } from '#app/features/references/references.store.server.ts'
import type { ConsultationPage } from './consultation.ts'
import { ConsultationAddress } from './consultation-input.ts'
import {
  consultationOf,
  invitationsOf,
  offersOf,
  providersToAsk,
  scoresOf,
  toldOf,
} from './consultations.store.server.ts'
import { criteriaOf, termsOf } from './terms.store.server.ts'

/** Providers asked, offers received, the grid and the decision. */
export const consultationPage = defineQuery({
  name: 'consultation.page',
  input: ConsultationAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, today }, { engineeringId }, engineering): Promise<ConsultationPage> => {
    const known = await providersToAsk(tx, operator.id)
    return {
      operator: operator.slug,
      today,
      engineering,
      terms: await termsOf(tx, operator.id, engineeringId),
      criteria: await criteriaOf(tx, operator.id, engineeringId),
      consultation: await consultationOf(tx, operator.id, engineeringId),
      invitations: await invitationsOf(tx, operator.id, engineeringId),
      offers: await offersOf(tx, operator.id, engineeringId),
      scores: await scoresOf(tx, operator.id, engineeringId),
      providers: known.map(({ confirmedOn, ...one }) => ({ ...one, listing: listingState(confirmedOn, today) })),
      references: await citedOf(
        tx,
        operator.id,
        known.map(({ id }) => id),
      ),
      told: await toldOf(tx, operator.id, engineeringId),
    }
  },
})
