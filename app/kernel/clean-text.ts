import type { IssueKey, IssueParams } from './issue.ts'

export type Refusal = { key: IssueKey; params?: IssueParams }
export type Reading<T> = { value: T } | { refused: Refusal }

export function refuse(key: IssueKey, params?: IssueParams): { refused: Refusal } {
  return { refused: params ? { key, params } : { key } }
}

// Pasted from web pages and word processors, invisible, and the reason why two equal words differ: dropped without a word.
// Zero-width space, word joiner, byte order mark, soft hyphen.
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g

// C0 and C1 controls save tab and line feed; then the bidirectional embeddings, overrides and isolates, which make a name
// or a file read as another; then the non-characters, which no text contains and PostgreSQL's JSON refuses.
const FORBIDDEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}]/u

const LONE_SURROGATE = /\p{Surrogate}/u

// No living script stacks more than four marks on one letter; « Zalgo » text stacks dozens. Looked for before composing,
// whose cost they would raise.
const STACKED_MARKS = /\p{M}{5}/u

// Nothing here that one sees: joiners, direction marks, fillers, spaces.
const BLANK = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u

export function isBlank(raw: string): boolean {
  return BLANK.test(raw)
}

export type TextBounds = { max: number; min?: number; lines: 'one' | 'many' }

/** Composed (NFC), trimmed, with line feeds only; or why not. Lengths are in code points. An empty text is `required`. */
export function cleanText(raw: string, { max, min, lines }: TextBounds): Reading<string> {
  const trimmed = raw.trim()
  // Composition divides a text's length by four at most: ten megabytes are turned away before any work on them.
  if (trimmed.length > 8 * max + 64) return refuse('input.too-long', { max })
  if (LONE_SURROGATE.test(trimmed)) return refuse('input.bad-characters')
  const unified = trimmed.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(INVISIBLE, '')
  if (FORBIDDEN.test(unified) || STACKED_MARKS.test(unified)) return refuse('input.bad-characters')
  const text = unified.normalize('NFC').trim()
  if (isBlank(text)) return refuse('input.required')
  if (lines === 'one' && text.includes('\n')) return refuse('input.one-line')
  if (lines === 'one' && text.includes('\t')) return refuse('input.bad-characters')
  const length = [...text].length
  if (length > max) return refuse('input.too-long', { max })
  if (min !== undefined && length < min) return refuse('input.too-short', { min })
  return { value: text }
}

/** A password as it was typed: neither trimmed nor cut, only composed (NFC) so that two keyboards write the same one. */
export function cleanSecret(raw: string, { max, min }: { max: number; min?: number }): Reading<string> {
  if (raw.length > 8 * max + 64) return refuse('input.too-long', { max })
  if (LONE_SURROGATE.test(raw) || /\p{Cc}/u.test(raw) || STACKED_MARKS.test(raw)) return refuse('input.bad-characters')
  const secret = raw.normalize('NFC')
  const length = [...secret].length
  if (length > max) return refuse('input.too-long', { max })
  if (min !== undefined && length < min) return refuse('input.too-short', { min })
  return { value: secret }
}

// The characters that addresses are really made of. Left out on purpose: quoted local parts, comments, and `%`, `!`, `|`
// and the back-quote, which mail relays have read as routes and shells as commands.
const ATOM = "[a-z0-9#$&'*+/=?^_{}~-]+"
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const EMAIL = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`)

/** One address, lower case; null for anything else. */
export function cleanEmail(raw: string): string | null {
  // Before trimming: a line break at the end of an address is how a header is injected.
  if (raw.length > 320 || /[\r\n]/.test(raw)) return null
  const address = raw.trim().toLowerCase()
  if (address.length > 254 || address.indexOf('@') > 64) return null
  return EMAIL.test(address) ? address : null
}
