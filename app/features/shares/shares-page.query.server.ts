import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { sharesOf } from './received-shares.store.server.ts'
import { SharesAddress } from './share-input.ts'

/** What other operators lead, and this one is asked to carry a part of. */
export const sharesPage = defineQuery({
  name: 'share.list',
  input: SharesAddress,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator }) => ({ operator: operator.slug, shares: await sharesOf(tx, operator.id) }),
})
