import { perform } from '#app/access/effect.server.ts'
import { offerTell } from '#app/features/consultations/consultations.jobs.ts'
import { tellOffer } from '#app/features/consultations/tell-offer.effect.server.ts'
import { handles } from '../handler.ts'

export const handleOfferTell = handles(offerTell, (operatorId, ids, clock) =>
  perform(tellOffer, operatorId, ids, { clock }),
)
