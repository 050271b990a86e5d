import { isMember, worksOn } from '#app/access/actor.ts'
import { derivedAddress } from '#app/access/derived-token.server.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { sheetCode } from './sheet-code.store.server.ts'
import { fundersOf } from './sheet-funders.store.server.ts'
import { SheetAddress } from './sheet-input.ts'
import { openLinks, sheetOf } from './sheets.store.server.ts'

/** The sheet of a session: who signed, how and when, and the code that each of the others may scan. */
export const sheetPage = defineQuery({
  name: 'sheet.page',
  input: SheetAddress,
  subject: placedSession,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'read'),
  run: async ({ tx, operator, actor, today }, _address, placed) => {
    const { session, engineering } = placed
    const { facts, hash, lines } = await sheetOf(tx, operator.id, placed)
    const mayWrite = isMember(actor) || worksOn(actor, engineering.id, 'write')
    const waiting = lines.filter(({ signed }) => signed === null).map(({ id }) => id)
    const open = mayWrite ? await openLinks(tx, operator.id, waiting, today) : []
    return {
      title: engineering.title,
      funders: (await fundersOf(tx, operator.id, engineering.id)).map(({ name }) => name),
      session: { id: session.id, status: session.status },
      facts,
      hash,
      lines,
      mayWrite: mayWrite && session.status === 'held',
      /** The last one opened of each line. */
      codes: Object.fromEntries(
        open.map(link => {
          const address = derivedAddress(link.id)
          return [link.placeId, { address, expiresOn: link.expiresOn, picture: sheetCode(address) }]
        }),
      ),
    }
  },
})
