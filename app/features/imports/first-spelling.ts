import { normaliseName } from '#app/kernel/names.ts'

/** Each name once, by what its spellings have in common, as it was first written. */
export function firstSpelling(names: readonly string[]): Map<string, string> {
  const byMatch = new Map<string, string>()
  for (const name of names) if (!byMatch.has(normaliseName(name))) byMatch.set(normaliseName(name), name)
  return byMatch
}
