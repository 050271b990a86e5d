import { holdsLink } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { sheetByLink } from './sheet-by-link.store.server.ts'
import { fundersOf } from './sheet-funders.store.server.ts'

/** The logo of somebody who pays for a session, where the holder of the link of one line of its sheet signs. */
export const sheetLogoByLink = defineQuery({
  name: 'sheet.logo-by-link',
  input: object({ logoId: id() }),
  subject: async (ctx, { logoId }) => {
    const sheet = ctx.actor.kind === 'contact' ? await sheetByLink(ctx, ctx.actor.link) : null
    const payers = sheet ? await fundersOf(ctx.tx, ctx.operator.id, sheet.engineeringId) : []
    const logo = payers.find(payer => payer.logo?.id === logoId)?.logo
    return sheet && logo ? { placeId: sheet.line.id, logo } : null
  },
  allow: (actor, { placeId }) => holdsLink(actor, 'attendance', placeId),
  run: async ({ operator }, _address, { logo }) => ({ operatorId: operator.id, ...logo }),
})
