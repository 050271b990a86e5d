import { type ExpertiseDomain, expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { normaliseName } from '#app/kernel/names.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

/** What an own theme counts as where sessions are compared: a theme of the official list, or none of them. */
export const officialThemes = [...expertiseDomains, 'other'] as const
export type OfficialTheme = (typeof officialThemes)[number]

/**
 * A theme of the operator's own. Sessions keep its words: renamed, it stays here under its earlier name, so that they
 * still count as what it counted as.
 */
export type OwnTheme = { name: string; official: OfficialTheme; state: 'open' | 'closed' | 'renamed' }

/** A form that offers more is no longer read. */
export const mostThemes = 40

const isNamed = (name: string) => (theme: OwnTheme) => normaliseName(theme.name) === normaliseName(name)
const isOpen = ({ state }: OwnTheme) => state === 'open'
const isOfficial = (theme: string): theme is ExpertiseDomain => expertiseDomains.some(domain => domain === theme)

type Refusal = 'theme-taken' | 'theme-gone' | 'too-many-themes'
type Changed = Result<OwnTheme[], Failure<Refusal>>

/** One more; under the name of one that was closed or renamed, that one is offered again. */
export function withTheme(themes: readonly OwnTheme[], name: string, official: OfficialTheme): Changed {
  const known = themes.find(isNamed(name))
  if ((known && isOpen(known)) || isOfficial(normaliseName(name))) return fail('theme-taken', {}, 'name')
  if (themes.filter(isOpen).length >= mostThemes) return fail('too-many-themes', { max: mostThemes }, 'name')
  return ok([...themes.filter(theme => theme !== known), { name, official, state: 'open' }])
}

/** What is written from now on carries the new words; what was written keeps its own. */
export function withNewName(themes: readonly OwnTheme[], from: string, name: string): Changed {
  const theme = themes.find(one => one.name === from && isOpen(one))
  if (!theme) return fail('theme-gone', {}, 'name')
  if (theme.name === name) return ok([...themes])
  const others = themes.filter(one => one !== theme)
  const added = withTheme(others, name, theme.official)
  if (!added.ok || normaliseName(name) === normaliseName(from)) return added
  return ok([...added.value, { ...theme, state: 'renamed' }])
}

/** Offered no more, or again. */
export function withState(themes: readonly OwnTheme[], name: string, state: 'open' | 'closed'): Changed {
  const theme = themes.find(one => one.name === name && one.state !== 'renamed')
  if (!theme) return fail('theme-gone', {}, 'name')
  return ok(themes.map(one => (one === theme ? { ...one, state } : one)))
}

/** What a new session may be about, besides the official list. */
export const offered = (themes: readonly OwnTheme[]) =>
  themes
    .filter(isOpen)
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'fr'))

/**
 * Does the operator know all these themes? One that was closed or renamed meanwhile is known: a form that was opened
 * before, maybe days ago where there was no network, is not refused for it.
 */
export const areKnown = (chosen: readonly string[], themes: readonly OwnTheme[]) =>
  chosen.every(theme => isOfficial(theme) || themes.some(({ name }) => name === theme))

/** What a session's theme counts as, so that figures by theme are the same for every operator. */
export function officialOf(theme: string, themes: readonly OwnTheme[]): OfficialTheme {
  if (isOfficial(theme)) return theme
  return themes.find(isNamed(theme))?.official ?? 'other'
}

/** How many sessions are about each theme of the official list; one that names two of a theme counts once for it. */
export function countedByTheme(sessions: readonly (readonly string[])[], themes: readonly OwnTheme[]) {
  const counts = new Map<OfficialTheme, number>()
  for (const chosen of sessions)
    for (const theme of new Set(chosen.map(one => officialOf(one, themes))))
      counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return officialThemes.flatMap(theme => {
    const count = counts.get(theme)
    return count ? [{ theme, count }] : []
  })
}
