import { asText } from './changes.ts'

export type HistoryLine = { field: string; before: string; after: string }

/** The changes that an event keeps, as texts; anything else in its data is not a change. */
export function historyLines(data: Readonly<Record<string, unknown>>): HistoryLine[] {
  const { changes } = data
  if (typeof changes !== 'object' || changes === null) return []
  return Object.entries(changes).flatMap(([field, pair]: [string, unknown]) =>
    Array.isArray(pair) && pair.length === 2 ? [{ field, before: asText(pair[0]), after: asText(pair[1]) }] : [],
  )
}
