import { isDepartment } from '#app/features/organisations/place.ts'
import { isCommuneCode, normaliseIdentifier } from '#app/kernel/identifiers.ts'

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

/** Codes as they are typed, between commas, spaces or lines; the first that is none of the official geography is named. */
function readCodes(typed: string | null, isKnown: (code: string) => boolean): Reading {
  const codes = [...new Set((typed ?? '').split(/[\s,;]+/).map(normaliseIdentifier))].filter(Boolean)
  return { codes: codes.sort(), unknown: codes.find(code => !isKnown(code)) ?? null }
}

/** INSEE's codes of communes, which are not postal codes. */
export const readCommunes = (typed: string | null) => readCodes(typed, isCommuneCode)
export const readDepartments = (typed: string | null) => readCodes(typed, isDepartment)

/** What a challenge's indicator became, between its first measure and its last; null while there is nothing to compare. */
export function changeOf(measures: readonly Pick<Measure, 'measuredOn' | 'value'>[]): number | null {
  const inOrder = [...measures].sort((a, b) => a.measuredOn.localeCompare(b.measuredOn))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  // Four decimals are stored, and a difference of doubles has more.
  return first && last && inOrder.length > 1 ? Math.round((last.value - first.value) * 10_000) / 10_000 : null
}
