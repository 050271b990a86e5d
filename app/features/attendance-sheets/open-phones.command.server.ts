import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { derivedToken } from '#app/access/derived-token.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { missingIn } from './sheet.ts'
import { SheetAddress } from './sheet-input.ts'
import { keepPlace, openLink, openLinks, sheetOf } from './sheets.store.server.ts'

/** Whoever has left may still sign the week after; beyond that the link is worth nothing. */
const openDays = 7

/** A link for each of those who have not signed: her own line, for a week. */
export const openPhones = defineCommand({
  name: 'sheet.open-phones',
  input: SheetAddress,
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator, today, record }, _address, placed) => {
    const { session } = placed
    if (session.status !== 'held') return fail('session-not-held')
    const { lines } = await sheetOf(tx, operator.id, placed)
    const waiting = missingIn(lines).filter(({ accompanimentId }) => accompanimentId !== null)
    const ids = waiting.map(({ id }) => id)
    const until = addDays(today, openDays)
    const open = await openLinks(tx, operator.id, ids, addDays(today, 1))
    const closed = waiting.filter(({ id }) => !open.some(link => link.placeId === id))
    for (const line of closed) {
      await keepPlace(tx, operator.id, placed, line)
      const id = newId()
      const tokenHash = sha256(derivedToken(id))
      await openLink(tx, operator.id, { id, tokenHash, placeId: line.id, expiresOn: until })
    }
    if (closed.length > 0)
      await record({
        name: 'sheet.phones-opened',
        subjectKind: 'session',
        subjectId: session.id,
        accompanimentId: null,
        data: { count: closed.length },
      })
    return ok({ opened: closed.length })
  },
})
