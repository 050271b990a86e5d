import { departmentName, regionName } from '#app/features/organisations/place.ts'
import { type Dimension, isTyped, type typedDimensions } from './dimension.ts'

/** The sentences of the `figures` namespace that name a cell. */
export type KeyWords = {
  unknown: string
  yes: string
  no: string
  size: { none: string; one: string; ten: string; fifty: string }
  legalForm: Readonly<Record<string, string>>
  typed: Readonly<Record<(typeof typedDimensions)[number], Readonly<Record<string, string>>>>
}

/** What a cell is called: its name in the database, in the official geographic code, or in words. */
export function cellLabel(
  dimension: Dimension,
  { key, name }: { key: string | null; name: string | null },
  words: KeyWords,
): string {
  if (key === null) return words.unknown
  if (isTyped(dimension)) return words.typed[dimension][key] ?? key
  switch (dimension) {
    case 'department':
      return departmentName(key)
    case 'region':
      return regionName(key)
    case 'legal_form':
      return words.legalForm[key] ?? key
    case 'size_class':
      return (
        { '0': words.size.none, '1–9': words.size.one, '10–49': words.size.ten, '50+': words.size.fifty }[key] ?? key
      )
    case 'qpv':
    case 'frr':
      return key === 'oui' ? words.yes : words.no
    default:
      return name ?? key
  }
}
