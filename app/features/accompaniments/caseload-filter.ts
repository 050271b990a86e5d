/** The columns by which the caseload may be sorted; `-` before one turns it round. */
export const sortings = ['echeance', 'structure', 'dispositif', 'etat', 'charge', 'numero'] as const
export type Sorting = (typeof sortings)[number]
export const sortChoices = sortings.flatMap(name => [name, `-${name}` as const])

/** Absent, the caseload is a table; `colonnes` is the board. */
export const views = ['liste', 'colonnes'] as const

/** The filters of the caseload, in the order in which an address writes them. */
export const filterNames = [
  'texte',
  'etat',
  'dispositif',
  'charge',
  'retard',
  'convention',
  'departement',
  'territoire',
  'metier',
  'public',
  'moment',
  'reseau',
  'du',
  'au',
] as const
export type FilterName = (typeof filterNames)[number]

/** Cases that are nobody's, or that no agreement pays for. */
export const none = 'aucune'

const kept = [...filterNames, 'tri', 'vue'] as const

/** One writing for one choice, whatever the order in which it was made: two addresses are then the same filter or not. */
export function canonicalSearch(search: URLSearchParams): string {
  const next = new URLSearchParams()
  for (const name of kept) {
    const value = search.get(name)?.trim()
    if (value) next.set(name, value)
  }
  return next.toString()
}

/** The same page with something else in its address, on its first page: null takes a parameter away. */
export function searchWith(search: URLSearchParams, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search)
  next.delete('page')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return `?${next}`
}
