import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { agreementById } from './agreements.store.server.ts'
import { logoOf } from './funder-logos.store.server.ts'

/** The logo of an agreement's funder, as its page shows it. */
export const funderLogoShown = defineQuery({
  name: 'agreement.logo',
  input: object({ agreementId: id(), logoId: id() }),
  subject: async ({ tx, operator }, { agreementId, logoId }) => {
    const agreement = await agreementById(tx, operator.id, agreementId)
    const logo = agreement && (await logoOf(tx, operator.id, agreement.funderId))
    return logo?.id === logoId ? logo : null
  },
  allow: isMember,
  run: async ({ operator }, _address, { id, kind }) => ({ operatorId: operator.id, id, kind }),
})
