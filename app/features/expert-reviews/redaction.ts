import { isSiren, isSiret } from '#app/kernel/identifiers.ts'

/** What stands where something that would name somebody stood. */
const blank = '[…]'

/** Shorter than that, a word names nobody and would be struck from every sentence. */
const shortest = 3

type Folded = { text: string; starts: number[]; ends: number[] }

/** Letters and digits without case nor accent, all the rest one space; each with the place that it had. */
function fold(text: string): Folded {
  let plain = ''
  const [starts, ends]: [number[], number[]] = [[], []]
  let index = 0
  for (const character of text) {
    const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
    const next = index + character.length
    // The blank stays a word of its own: what it parts must not meet and make a name.
    const kept = bare === '' ? '' : /^[\p{L}\p{N}]+$/u.test(bare) || character === '…' ? bare : ' '
    if (kept === '' && ends.length > 0) ends[ends.length - 1] = next
    else if (kept !== ' ' || !plain.endsWith(' '))
      for (const unit of kept.split('')) {
        plain += unit
        starts.push(index)
        ends.push(next)
      }
    index = next
  }
  return { text: plain, starts, ends }
}

const wordsOf = (value: string) => fold(value).text.trim()

type Span = readonly [from: number, to: number]

function spansOf(folded: Folded, value: string): Span[] {
  const sought = wordsOf(value)
  if (sought.length < shortest) return []
  const padded = ` ${folded.text} `
  const found: Span[] = []
  for (let at = padded.indexOf(` ${sought} `); at >= 0; at = padded.indexOf(` ${sought} `, at + 1)) {
    const [first, last] = [folded.starts[at], folded.ends[at + sought.length - 1]]
    if (first !== undefined && last !== undefined) found.push([first, last])
  }
  return found
}

const streets = 'rue|avenue|boulevard|place|chemin|route|impasse|all[ée]e|quai|cours|square|faubourg'

/** What names or reaches somebody whoever she is: addresses, telephones, identifiers of the administration. */
const patterns: readonly { pattern: RegExp; holds?: (digits: string) => boolean }[] = [
  { pattern: /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g },
  { pattern: /\b(?:https?:\/\/|www\.)\S+/gi },
  { pattern: /(?:\+33|\b0033|\b0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}\b/g },
  { pattern: /\b\d{3}\s?\d{3}\s?\d{3}\s?\d{5}\b/g, holds: isSiret },
  { pattern: /\b\d{3}\s?\d{3}\s?\d{3}\b/g, holds: isSiren },
  { pattern: /\bW\d[\dA-Z]\d{7}\b/gi },
  { pattern: new RegExp(`\\b\\d{1,4}\\s?(?:bis|ter)?,?\\s(?:${streets})\\s[^,.;:\\n]{2,60}`, 'gi') },
  { pattern: /\b\d{5}\s+\p{Lu}[\p{L}'’-]+(?:[\s-]\p{Lu}[\p{L}'’-]+){0,3}/gu },
]

/**
 * A text without what would name the organisation or its people: their names in any writing, and whatever looks like an
 * address, a telephone, an e-mail or an identifier. What only a reader can see stays for her to strike out.
 */
export function redacted(text: string, names: readonly string[]): string {
  const folded = fold(text)
  const spans: Span[] = [
    ...names.flatMap(name => spansOf(folded, name)),
    ...patterns.flatMap(({ pattern, holds }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: found, index }): Span[] =>
        holds && !holds(found.replaceAll(/\s/g, '')) ? [] : [[index, index + found.length]],
      ),
    ),
  ]
  return without(text, spans)
}

function without(text: string, spans: readonly Span[]): string {
  let [written, from] = ['', 0]
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end <= from) continue
    // Two that touch are one blank.
    if (start > from || written === '') written += text.slice(from, Math.max(from, start)) + blank
    from = end
  }
  return written + text.slice(from)
}

/** Whether a text still says one of these names. */
export function namesAny(text: string, names: readonly string[]): boolean {
  const folded = fold(text)
  return names.some(name => spansOf(folded, name).length > 0)
}

/** A person's name and each of its words: she may be called by either. */
export const wordsOfName = (name: string): string[] => [name, ...name.split(/[\s-]+/)]
