/** A draft as its form is shown it. */
export type KeptDraft = {
  form: string
  /** The fields as they were typed, by name; boxes of one name, one per line. */
  typed: Readonly<Record<string, string>>
  savedAt: Date
  /** The draft's own: another page that writes it moves it. */
  version: number
}
export type PageDrafts = { operator: string; kept: readonly KeptDraft[] }

/** Search parameters that tell one form of a page from another; filters and pages of a list do not. */
const telling = ['action', 'dossier', 'ingenierie', 'moment', 'note', 'objectif', 'statut']

/** A session to come is not the one that was held; whoever confirms it goes on with its own form. */
const isTelling = (name: string, value: string | null): value is string =>
  name === 'statut' ? value === 'planned' : Boolean(value)

/** Where a draft is kept: the address of its page. */
export function placeOf({ pathname, search }: { pathname: string; search: string }): string {
  const given = new URLSearchParams(search)
  const own = telling.flatMap(name => {
    const value = given.get(name)
    return isTelling(name, value) ? [[name, value]] : []
  })
  const path = pathname.replace(/\.data$/, '').replace(/(.)\/$/, '$1')
  return own.length > 0 ? `${path}?${new URLSearchParams(own)}` : path
}

/** What the page's loader sent, when its forms are kept while they are typed. */
export function draftsOf(data: unknown): PageDrafts | null {
  return isWithDrafts(data) ? data.drafts : null
}

const isWithDrafts = (data: unknown): data is { drafts: PageDrafts } =>
  typeof data === 'object' &&
  data !== null &&
  'drafts' in data &&
  typeof data.drafts === 'object' &&
  data.drafts !== null &&
  'kept' in data.drafts

/** The fields of a form as the server keeps them: technical ones and files are left out. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('_')) continue
    typed[name] = Object.hasOwn(typed, name) ? `${typed[name]}\n${value}` : value
  }
  return typed
}

// Beyond the letters of Europe, every character is written by its number: what would be refused in a text that counts
// (controls, marks of direction) is kept as it was typed.
const escaped = /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u024f]/g

/** JSON that the server's reading of texts leaves as it is. */
export const asSent = (typed: Readonly<Record<string, string>>): string =>
  JSON.stringify(typed).replaceAll(escaped, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
