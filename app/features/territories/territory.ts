import { type CommuneFound, communesNames } from '#app/features/organisations/communes.ts'
import { isDepartment } from '#app/features/organisations/place.ts'
import { normaliseIdentifier } from '#app/kernel/identifiers.ts'

/** Labelled « Territoire French Impact », or another perimeter in which actors work together. */
export const territoryKinds = [
  'french_impact',
  'intercommunality',
  'living_area',
  'district',
  'rural_area',
  'other',
] as const
export type TerritoryKind = (typeof territoryKinds)[number]

/** The three challenges that the label asks for. */
export const challengeNatures = ['social', 'environmental', 'citizen'] as const
export type ChallengeNature = (typeof challengeNatures)[number]

/** Whom a seat of the governance speaks for. */
export const colleges = ['organisations', 'authorities', 'companies', 'inhabitants', 'funders', 'research'] as const
export type College = (typeof colleges)[number]

export type Territory = {
  id: string
  name: string
  kind: TerritoryKind
  communes: string[]
  departments: string[]
  label: string | null
  labelledOn: string | null
  roadmap: string | null
  version: number
}
export type Seat = { id: string; name: string; college: College; role: string | null }
export type Measure = { id: string; measuredOn: string; value: number; source: string }
export type Challenge = {
  id: string
  nature: ChallengeNature
  title: string
  words: string | null
  indicator: string | null
  unit: string | null
  closedOn: string | null
  result: string | null
  version: number
}

type Reading = { codes: string[]; unknown: string | null }
type Communes = Reading & { several: { typed: string; names: string } | null }

/** Codes as they are typed, between commas, spaces or lines; the first that is none of the official geography is named. */
function readCodes(typed: string | null, isKnown: (code: string) => boolean): Reading {
  const codes = [...new Set((typed ?? '').split(/[\s,;]+/).map(normaliseIdentifier))].filter(Boolean)
  return { codes: codes.sort(), unknown: codes.find(code => !isKnown(code)) ?? null }
}

/**
 * Communes as they are typed, by name or by number, between commas or lines; numbers may stand between spaces. The first that
 * is none, and the first that several may be, are named.
 */
export function readCommunes(typed: string | null, find: (typed: string) => CommuneFound): Communes {
  const codes = new Set<string>()
  const read: Communes = { codes: [], unknown: null, several: null }
  for (const piece of (typed ?? '').split(/[,;\n]+/).flatMap(apart)) {
    const answer = find(piece)
    if ('found' in answer) codes.add(answer.found.code)
    else if ('unknown' in answer) read.unknown ??= piece
    else read.several ??= { typed: piece, names: communesNames(answer.several) }
  }
  return { ...read, codes: [...codes].sort() }
}

const apart = (piece: string) => (/[^\d\sab]/i.test(piece) ? [piece.trim()] : piece.split(/\s+/)).filter(Boolean)

export const readDepartments = (typed: string | null) => readCodes(typed, isDepartment)

/** What a challenge's indicator became, between its first measure and its last; null while there is nothing to compare. */
export function changeOf(measures: readonly Pick<Measure, 'measuredOn' | 'value'>[]): number | null {
  const inOrder = [...measures].sort((a, b) => a.measuredOn.localeCompare(b.measuredOn))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  // Four decimals are stored, and a difference of doubles has more.
  return first && last && inOrder.length > 1 ? Math.round((last.value - first.value) * 10_000) / 10_000 : null
}
