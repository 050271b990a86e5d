import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { hasCome } from '#app/features/sessions/attendance.ts'
import type { PlacedSession } from '#app/features/sessions/session-place.store.server.ts'
import { attendancesOf, type Session } from '#app/features/sessions/sessions.store.server.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import { newId } from '#app/kernel/ids.ts'
import { sheetPlaces, signatures } from '#db/schema/attendance-sheets.ts'
import { links } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { placeId, type SheetFacts, type SheetPlace, type Signature, sheetLines } from './sheet.ts'
import { sheetHash } from './sheet-hash.store.server.ts'

export const factsOf = ({ heldOn, beginsAt, endsAt, quarters, place }: Session): SheetFacts => ({
  heldOn,
  beginsAt,
  endsAt,
  quarters,
  place,
})

/** Who stands on the sheet: those who came, then whoever leads the session. A session that is not held expects its members. */
async function placesOf(tx: TenantTx, operatorId: string, { session, engineering }: PlacedSession) {
  const members = await membersOf(tx, operatorId, [engineering.id])
  const nameOf = (id: string) => members.find(({ accompanimentId }) => accompanimentId === id)?.name ?? null
  const noted =
    session.status === 'held'
      ? (await attendancesOf(tx, operatorId, [session.id])).filter(hasCome)
      : members.map(({ accompanimentId }) => ({
          accompanimentId,
          personName: null,
          role: null,
          status: 'present' as const,
        }))
  const places = noted.map(({ accompanimentId, personName, role, status }): SheetPlace => {
    const id = placeId(session.id, accompanimentId, personName)
    const organisation = nameOf(accompanimentId)
    return { id, accompanimentId, personName, role, organisation, isRemote: status === 'remote' }
  })
  const leader = places.length > 0 ? await leaderOf(tx, session) : null
  const unique = [...new Map(places.map(place => [place.id, place])).values()]
  return leader ? [...unique, leader] : unique
}

async function leaderOf(tx: TenantTx, { id, consultantId }: Session): Promise<SheetPlace | null> {
  if (!consultantId) return null
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, consultantId))
  const own = { accompanimentId: null, role: null, organisation: null, isRemote: false }
  return user ? { id: placeId(id, null, user.name), personName: user.name, ...own } : null
}

const columns = {
  id: signatures.id,
  sessionId: signatures.sessionId,
  placeId: signatures.placeId,
  signedName: signatures.signedName,
  means: signatures.means,
  drawing: signatures.drawing,
  heldOn: signatures.heldOn,
  beginsAt: signatures.beginsAt,
  endsAt: signatures.endsAt,
  quarters: signatures.quarters,
  place: signatures.place,
  sheetHash: signatures.sheetHash,
  signedAt: signatures.signedAt,
  takenBy: users.name,
  withdrawnAt: signatures.withdrawnAt,
  withdrawnBy: signatures.withdrawnBy,
  withdrawnReason: signatures.withdrawnReason,
}

/** Their signatures, the first first. */
export async function signaturesOf(
  tx: TenantTx,
  operatorId: string,
  sessionIds: readonly string[],
): Promise<(Signature & { sessionId: string })[]> {
  if (sessionIds.length === 0) return []
  const rows = await tx
    .select(columns)
    .from(signatures)
    .leftJoin(users, eq(users.id, signatures.takenBy))
    .where(and(eq(signatures.operatorId, operatorId), inArray(signatures.sessionId, [...sessionIds])))
    .orderBy(asc(signatures.signedAt), asc(signatures.id))
  return rows.map(({ heldOn, beginsAt, endsAt, ...row }) => ({
    ...row,
    heldOn: day(heldOn),
    beginsAt: hour(beginsAt),
    endsAt: hour(endsAt),
  }))
}

/** The sheet of a session: its facts, their hash, its lines. */
export async function sheetOf(tx: TenantTx, operatorId: string, placed: PlacedSession) {
  const facts = factsOf(placed.session)
  const places = await placesOf(tx, operatorId, placed)
  const signed = await signaturesOf(tx, operatorId, [placed.session.id])
  return { facts, hash: sheetHash(placed.session.id, facts), lines: sheetLines(facts, places, signed) }
}

type NewSignature = Pick<Signature, 'signedName' | 'means' | 'drawing'> & {
  takenBy: string | null
  fileId: string | null
  now: Date
}

/** False when this line of this very sheet was signed already. */
export async function writeSignature(
  tx: TenantTx,
  operatorId: string,
  at: { engineeringId: string; sessionId: string; placeId: string; facts: SheetFacts },
  { now, ...signature }: NewSignature,
): Promise<boolean> {
  const { facts, ...place } = at
  const rows = await tx
    .insert(signatures)
    .values({
      operatorId,
      id: newId(),
      ...place,
      ...facts,
      ...signature,
      sheetHash: sheetHash(at.sessionId, facts),
      signedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: signatures.id })
  return rows.length > 0
}

/** The line is written when it is first needed: a signature hangs from it, or a link. */
export async function keepPlace(
  tx: TenantTx,
  operatorId: string,
  { session, engineering }: PlacedSession,
  { id, accompanimentId, personName, role, organisation }: SheetPlace,
): Promise<void> {
  const own = { operatorId, id, engineeringId: engineering.id, sessionId: session.id, title: engineering.title }
  await tx
    .insert(sheetPlaces)
    .values({ ...own, accompanimentId, personName, role, organisation })
    .onConflictDoNothing()
}

export async function withdraw(
  tx: TenantTx,
  operatorId: string,
  signatureId: string,
  { now, by, reason }: { now: Date; by: string; reason: string },
): Promise<void> {
  await tx
    .update(signatures)
    .set({ withdrawnAt: now, withdrawnBy: by, withdrawnReason: reason })
    .where(and(eq(signatures.operatorId, operatorId), eq(signatures.id, signatureId), isNull(signatures.withdrawnAt)))
}

/** The links of these lines that are still open. */
export async function openLinks(tx: TenantTx, operatorId: string, placeIds: readonly string[], today: Day) {
  if (placeIds.length === 0) return []
  const rows = await tx
    .select({ id: links.id, placeId: links.subjectId, expiresOn: links.expiresOn })
    .from(links)
    .where(
      and(
        eq(links.operatorId, operatorId),
        eq(links.purpose, 'attendance'),
        inArray(links.subjectId, [...placeIds]),
        isNull(links.revokedAt),
        gte(links.expiresOn, today),
      ),
    )
    .orderBy(asc(links.expiresOn))
  return rows.flatMap(({ expiresOn, ...link }) => {
    const until = day(expiresOn)
    return until ? [{ ...link, expiresOn: until }] : []
  })
}

type NewLink = { id: string; tokenHash: string; placeId: string; expiresOn: Day }

export async function openLink(
  tx: TenantTx,
  operatorId: string,
  { placeId: subjectId, ...link }: NewLink,
): Promise<void> {
  await tx.insert(links).values({ operatorId, ...link, purpose: 'attendance', subjectId })
}
