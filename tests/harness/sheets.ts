import { sha256 } from '#app/access/sha256.server.ts'
import { placeId } from '#app/features/attendance-sheets/sheet.ts'
import { sheetHash } from '#app/features/attendance-sheets/sheet-hash.store.server.ts'
import { replaceAttendances } from '#app/features/sessions/sessions.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { sheetPlaces } from '#db/schema/attendance-sheets.ts'
import { links } from '#db/schema/operators.ts'
import { createCase, createEngineering, createSession } from './missions.ts'
import type { TestOperator } from './operator.ts'

export const [anne, bilal] = ['Anne Petit', 'Bilal Roche']
/** A line long enough to be a signature. */
export const drawn = 'M10 20 L200 120 L400 40'
export const typedAs = (signedName: string) => ({ signedName, wasThere: 'oui' })

/** A session held of two organisations, where Anne came for one, Bilal for the other, and somebody else did not. */
export async function aSheet(operator: TestOperator) {
  const cases = [await createCase(operator), await createCase(operator, 'Vélo pour tous')] as const
  const engineeringId = await createEngineering(operator, cases)
  const times = { heldOn: '2026-03-10', beginsAt: '09:00', endsAt: '12:00', days: 0.5, place: 'La mairie' }
  const sessionId = await createSession(operator, engineeringId, times)
  const [one, other] = cases
  await operator.inside(({ tx }) =>
    replaceAttendances(tx, operator.id, { sessionId, engineeringId }, [
      { accompanimentId: one.id, status: 'present', personName: anne, role: 'leader' },
      { accompanimentId: one.id, status: 'absent', personName: 'Carole Absente', role: 'employee' },
      { accompanimentId: other.id, status: 'remote', personName: bilal, role: null },
    ]),
  )
  const facts = {
    heldOn: day(times.heldOn),
    beginsAt: hour(times.beginsAt),
    endsAt: hour(times.endsAt),
    quarters: 2,
    place: times.place,
  }
  return {
    engineeringId,
    sessionId,
    one,
    other,
    annes: placeId(sessionId, one.id, anne),
    bilals: placeId(sessionId, other.id, bilal),
    sheet: sheetHash(sessionId, facts),
    /** Its facts as a form types them. */
    facts: { heldOn: '2026-03-10', beginsAt: '09:00', endsAt: '12:00', days: '0.5', place: times.place },
    address: { engineeringId, sessionId },
  }
}

/** The link of Anne's line, as her phone opens it. */
export async function annesLink(
  operator: TestOperator,
  { sessionId, engineeringId, annes, one }: Awaited<ReturnType<typeof aSheet>>,
  expiresOn = '2026-03-19',
): Promise<string> {
  const token = newToken()
  await operator.inside(async ({ tx }) => {
    const operatorId = operator.id
    await tx
      .insert(sheetPlaces)
      .values({ operatorId, id: annes, sessionId, engineeringId, accompanimentId: one.id, personName: anne })
      .onConflictDoNothing()
    const link = { purpose: 'attendance' as const, subjectId: annes, expiresOn }
    await tx.insert(links).values({ operatorId, id: newId(), tokenHash: sha256(token), ...link })
  })
  return token
}
