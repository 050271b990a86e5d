import { isDepartment } from './place.ts'
import { foldForSearch } from './search-text.ts'

/** `code` is INSEE's; a district of Paris, Lyon or Marseille is of its city. */
export type Commune = {
  code: string
  name: string
  postcodes: readonly string[]
  department: string
  district?: boolean
  /** Merged into another since: what is stored may still name it. */
  former?: boolean
}
export type CommuneFound = { found: Commune } | { several: readonly Commune[] } | { unknown: string }

/** « Orléans (45234) »: what forms show, and read again. */
export const communeLabel = ({ name, code }: Pick<Commune, 'name' | 'code'>) => `${name} (${code})`

/** More names than one reads in a refusal: the postcode then tells them apart. */
const namedAtMost = 6

/** The communes that a refusal names, as they can be typed. */
export const communesNames = (communes: readonly Commune[]) =>
  communes.slice(0, namedAtMost).map(communeLabel).join(', ') + (communes.length > namedAtMost ? '…' : '')

/**
 * Finds communes by what a person types: a name with or without its accents, « St » or « Saint »; a postcode; both; a name
 * with its department; INSEE's code. What several answer to is never chosen for her.
 */
export function communeDirectory(communes: readonly Commune[]) {
  const byCode = new Map(communes.map(commune => [commune.code, commune]))
  const byName = grouped(communes, ({ name }) => [foldName(name)])
  const byPostcode = grouped(communes, ({ postcodes }) => postcodes)
  const answering = (typed: string): readonly Commune[] => {
    const [, words = '', number = ''] = /^(.*?)\s*\(?\s*([0-9][0-9ab][0-9]{0,3})?\s*\)?$/iu.exec(typed.trim()) ?? []
    const digits = number.toUpperCase()
    // In brackets a number is INSEE's, alone it may as well be a postcode: 45100 is one of Orléans, and Combleux.
    if (/^[0-9][0-9AB][0-9]{3}$/.test(digits) && typed.trim().endsWith(')')) return current(byCode.get(digits))
    if (!words) return [...new Set([...current(byCode.get(digits)), ...(byPostcode.get(digits) ?? [])])]
    const named = byName.get(foldName(words)) ?? []
    if (!digits) return named
    return named.filter(({ department, postcodes }) =>
      isDepartment(digits) ? department === digits : postcodes.includes(digits),
    )
  }
  return {
    named: (code: string) => byCode.get(code),
    find(typed: string): CommuneFound {
      const all = answering(typed)
      // A postcode of Paris is of the city and of its district, which says more.
      const districts = all.filter(({ district }) => district)
      const [first, ...others] = districts.length > 0 ? districts : all
      if (!first) return { unknown: typed }
      return others.length > 0 ? { several: [first, ...others] } : { found: first }
    },
  }
}

const current = (commune: Commune | undefined) => (commune && !commune.former ? [commune] : [])

const foldName = (name: string) =>
  foldForSearch(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')

function grouped(communes: readonly Commune[], keysOf: (commune: Commune) => readonly string[]) {
  const groups = new Map<string, Commune[]>()
  for (const commune of communes)
    for (const key of commune.former ? [] : keysOf(commune)) {
      const group = groups.get(key)
      if (group) group.push(commune)
      else groups.set(key, [commune])
    }
  return groups
}
