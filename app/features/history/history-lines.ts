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

/** Whose value it is, when what the page is about has several: a person, a label, an action. */
function aboutOf(data: Readonly<Record<string, unknown>>): string | null {
  const { person, label, establishment, title, effect, indicator } = data
  const named = [person, label, establishment, title, effect, indicator].find(name => typeof name === 'string')
  return typeof named === 'string' && named !== '' ? named : null
}

type Told = { id: string; name: string; actorKind: string; actorName: string; subjectId: string; at: Date }

/** An event as the table of history shows it. */
export function historyShown({
  id,
  name,
  actorKind,
  actorName,
  subjectId,
  at,
  data,
}: Told & { data: Record<string, unknown> }) {
  return {
    id,
    name,
    subjectId,
    at: at.toISOString(),
    who: { kind: actorKind, name: actorName },
    reason: typeof data.reason === 'string' ? data.reason : null,
    params: shortTexts(data),
    about: aboutOf(data),
    changes: historyLines(data),
  }
}
export type HistoryShown = ReturnType<typeof historyShown>

/** Short texts and numbers of an event's data, which its sentence may hold. */
export const shortTexts = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, asText(value)]] : [],
    ),
  )

export const valuesIn = (lines: readonly Pick<HistoryShown, 'changes'>[]): string[] =>
  lines.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]))

/** What a sentence names: what was kept in both languages is said in the reader's. */
export const inLanguage = (params: Readonly<Record<string, string>>, locale: 'fr' | 'en'): Record<string, string> => {
  const { fr, en } = params
  return fr && en ? { ...params, label: locale === 'en' ? en : fr } : { ...params }
}
