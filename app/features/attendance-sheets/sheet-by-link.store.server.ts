import { and, eq } from 'drizzle-orm'
import { hasCome } from '#app/features/sessions/attendance.ts'
import { attendancesOf, sessionById } from '#app/features/sessions/sessions.store.server.ts'
import { sheetPlaces } from '#db/schema/attendance-sheets.ts'
import type { TenantTx } from '#db/tenant.ts'
import { placeId, sheetLines } from './sheet.ts'
import { sheetHash } from './sheet-hash.store.server.ts'
import { factsOf, signaturesOf } from './sheets.store.server.ts'

type Reading = { tx: TenantTx; operator: { id: string; name: string } }

/** What the holder of the link of one line is shown: her own line and the session, nobody else’s name. */
export async function sheetByLink({ tx, operator }: Reading, { subjectId }: { subjectId: string }) {
  const [place] = await tx
    .select()
    .from(sheetPlaces)
    .where(and(eq(sheetPlaces.operatorId, operator.id), eq(sheetPlaces.id, subjectId)))
  const session = place && (await sessionById(tx, operator.id, place.sessionId))
  if (!place || !session) return null
  const noted = (await attendancesOf(tx, operator.id, [session.id])).filter(hasCome)
  const { id, accompanimentId, personName, role, organisation, engineeringId, title } = place
  const isOnSheet = noted.some(row => placeId(session.id, row.accompanimentId, row.personName) === id)
  const facts = factsOf(session)
  const own = { id, accompanimentId, personName, role, organisation, isRemote: false }
  const signatures = await signaturesOf(tx, operator.id, [session.id])
  const [line] = sheetLines(facts, [own], signatures)
  if (!line) return null
  return {
    operator: operator.name,
    title,
    sessionId: session.id,
    engineeringId,
    /** False once she was noted absent, under another name, or the session was called off. */
    isOpen: isOnSheet && session.status === 'held',
    facts,
    hash: sheetHash(session.id, facts),
    line,
  }
}
