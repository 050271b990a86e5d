import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { placedSession, type SessionAddress } from '#app/features/sessions/session-place.store.server.ts'
import { fundersOf } from './sheet-funders.store.server.ts'
import { SheetPlaceAddress } from './sheet-input.ts'
import { sheetOf } from './sheets.store.server.ts'

async function lineAt({ tx, operator }: QueryContext, { placeId, ...address }: SessionAddress & { placeId: string }) {
  const placed = await placedSession({ tx, operator }, address)
  if (placed?.session.status !== 'held') return null
  const { facts, hash, lines } = await sheetOf(tx, operator.id, placed)
  const line = lines.find(({ id }) => id === placeId)
  return line ? { ...placed, facts, hash, line } : null
}

/** The page that one person signs on the device of whoever leads the session: her own line, and nobody else’s. */
export const signPage = defineQuery({
  name: 'sheet.sign-page',
  input: SheetPlaceAddress,
  subject: lineAt,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator }, _address, { engineering, facts, hash, line }) => ({
    operator: operator.name,
    title: engineering.title,
    funders: (await fundersOf(tx, operator.id, engineering.id)).map(({ name }) => name),
    facts,
    hash,
    line: { personName: line.personName, organisation: line.organisation, signed: line.signed, earlier: line.earlier },
  }),
})
