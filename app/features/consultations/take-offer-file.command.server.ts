import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { offerFileOf } from './bids.store.server.ts'
import { OfferFileInput } from './consultation-input.ts'

/** Takes the document of an offer: a command, so that the chain holds who did. */
export const takeOfferFile = defineCommand({
  name: 'offer.take-file',
  input: OfferFileInput,
  subject: async ({ tx, operator }, { engineeringId, number, offerId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number })
    return engineering && offerFileOf(tx, operator.id, { engineeringId, offerId })
  },
  allow: isMember,
  run: async ({ operator }, _input, { id, name, kind }) => ok({ operatorId: operator.id, id, name, kind }),
})
