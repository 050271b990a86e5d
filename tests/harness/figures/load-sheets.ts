import { placeId } from '#app/features/attendance-sheets/sheet.ts'
import { newId } from '#app/kernel/ids.ts'
import type { sheetPlaces, signatures } from '#db/schema/attendance-sheets.ts'
import type { attendances } from '#db/schema/engineerings.ts'
import type { DataSheet, Dataset } from './dataset.ts'

type Session = Dataset['sessions'][number] & { id: string }
type Written = {
  presences: (typeof attendances.$inferInsert)[]
  places: (typeof sheetPlaces.$inferInsert)[]
  signed: (typeof signatures.$inferInsert)[]
}

/** The presences of these sessions and what was signed, one person of each case. */
export function sheetsOf(
  operatorId: string,
  given: readonly Session[],
  { members, of }: { members: (engineering: string) => readonly string[]; of: (ref: string) => string },
): Written {
  const written: Written = { presences: [], places: [], signed: [] }
  for (const session of given) {
    if (session.sheet === null) continue
    const at = { operatorId, engineeringId: of(session.engineering), sessionId: session.id }
    members(session.engineering).forEach((ref, index) => {
      const person = { accompanimentId: of(ref), personName: `Personne ${ref}` }
      written.presences.push({
        ...at,
        ...person,
        id: newId(),
        status: session.sheet === 'nobody' ? 'absent' : 'remote',
      })
      const means = meansOf(session.sheet, index)
      if (!means) return
      const id = placeId(session.id, person.accompanimentId, person.personName)
      written.places.push({ ...at, ...person, id })
      written.signed.push({
        ...at,
        id: newId(),
        placeId: id,
        signedName: person.personName,
        means: 'device',
        heldOn: session.heldOn,
        quarters: session.days === null ? null : session.days * 4,
        sheetHash: 'any',
        signedAt: new Date('2026-01-01T09:00:00Z'),
        ...means,
      })
    })
  }
  return written
}

/** How the person of that rank signed; null when she did not. */
function meansOf(sheet: DataSheet | null, rank: number) {
  if (sheet === 'other_hours') return { beginsAt: '09:00' }
  if (sheet === 'withdrawn') return { withdrawnAt: new Date('2026-01-02T09:00:00Z'), withdrawnReason: 'Erreur' }
  return sheet === 'signed' || (sheet === 'one_missing' && rank > 0) ? {} : null
}
