import type { AttendeeRole } from '#app/features/sessions/attendance.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { derivedId } from '#app/kernel/ids.ts'

export type SigningMeans = 'device' | 'phone' | 'paper'

/** What a signature is about: changed afterwards, the signature is one of the earlier version. */
export type SheetFacts = {
  heldOn: Day | null
  beginsAt: Hour | null
  endsAt: Hour | null
  quarters: number | null
  place: string | null
}

/** A line of the sheet: somebody who came, or who leads the session. */
export type SheetPlace = {
  id: string
  /** Null for whoever leads the session. */
  accompanimentId: string | null
  /** Null when an organisation was noted and nobody of it by name. */
  personName: string | null
  role: AttendeeRole | null
  organisation: string | null
  isRemote: boolean
}

export type Signature = SheetFacts & {
  id: string
  placeId: string
  signedName: string
  means: SigningMeans
  drawing: string | null
  sheetHash: string
  signedAt: Date
  takenBy: string | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

export type SheetLine = SheetPlace & {
  /** Of the sheet as it is. */
  signed: Signature | null
  /** Of the sheet as it was before a correction, the latest. */
  earlier: Signature | null
  withdrawn: Signature[]
}

export const placeId = (sessionId: string, accompanimentId: string | null, personName: string | null) =>
  derivedId('sheet-place', sessionId, accompanimentId ?? '', personName ?? '')

const isSameSheet = (one: SheetFacts, other: SheetFacts) =>
  one.heldOn === other.heldOn &&
  one.beginsAt === other.beginsAt &&
  one.endsAt === other.endsAt &&
  one.quarters === other.quarters &&
  one.place === other.place

/** Each line with what became of its signatures; `signatures`: the latest last. */
export function sheetLines(
  facts: SheetFacts,
  places: readonly SheetPlace[],
  signatures: readonly Signature[],
): SheetLine[] {
  return places.map(place => {
    const own = signatures.filter(signature => signature.placeId === place.id)
    const standing = own.filter(({ withdrawnAt }) => withdrawnAt === null)
    return {
      ...place,
      signed: standing.findLast(signature => isSameSheet(signature, facts)) ?? null,
      earlier: standing.findLast(signature => !isSameSheet(signature, facts)) ?? null,
      withdrawn: own.filter(({ withdrawnAt }) => withdrawnAt !== null),
    }
  })
}

export const missingIn = (lines: readonly SheetLine[]) => lines.filter(({ signed }) => signed === null)

/** A session that was held and whose sheet somebody has not signed. */
export type UnsignedSheet = {
  id: string
  engineeringId: string
  heldOn: Day
  title: string | null
  /** Of the contract, with the cases that it is for. */
  provider: string | null
  organisations: string[]
  /** Of one of its cases. */
  number: string | null
  /** Who has not signed, by name. */
  missing: string[]
}

/** The sheets of each contract together, the contract with the oldest of them first. */
export function byContract<S extends UnsignedSheet>(sheets: readonly S[]): [S, ...S[]][] {
  const contracts = new Map<string, [S, ...S[]]>()
  for (const sheet of sheets) {
    const known = contracts.get(sheet.engineeringId)
    if (known) known.push(sheet)
    else contracts.set(sheet.engineeringId, [sheet])
  }
  return [...contracts.values()]
}
