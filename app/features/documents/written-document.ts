/** A document as its parts, in the words of its reader: each format sets them in its own way and adds nothing. */
export type WrittenDocument = {
  locale: 'fr' | 'en'
  /** The file's name, without its ending. */
  name: string
  author: string
  title: string
  /** Above the title: what the document is. */
  kicker: string
  /** Under the title, in larger letters. */
  lede: string | null
  /** At the foot of each page, before its number. */
  footer: string
  /** « Page {{page}} sur {{pages}} ». */
  page: string
  blocks: readonly DocumentBlock[]
}

export type DocumentBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string }
  /** Smaller and paler: a source, a date. */
  | { kind: 'note'; text: string }
  | { kind: 'facts'; items: readonly { term: string; detail: string }[] }
  | { kind: 'list'; isRanked: boolean; items: readonly string[] }
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly string[])[] }
  /** Lengths to compare, with what they say in a sentence; the same numbers stand in a table beside them. */
  | { kind: 'bars'; alt: string; most: number; rows: readonly { label: string; value: number | null; text: string }[] }
  /** Those who sign, each with a frame of one column or more: what was signed, or room for a hand. */
  | {
      kind: 'signatures'
      header: readonly string[]
      columns: number
      rows: readonly {
        cells: readonly string[]
        /** An SVG of ours, and what it is. */
        drawing: string | null
        alt: string
        text: string | null
        isSigned: boolean
      }[]
    }
  /** Pictures of one height, one after the other; `bytes` one by one, since a template is given text alone. */
  | { kind: 'logos'; items: readonly { alt: string; format: 'png' | 'jpg'; bytes: readonly number[] }[] }
  | { kind: 'page-break' }

export const heading = (text: string, level: 2 | 3 = 2): DocumentBlock => ({ kind: 'heading', level, text })

/** A title and its text, when there is a text. */
export const passage = (title: string, text: string | null | undefined): DocumentBlock[] =>
  text ? [heading(title), { kind: 'text', text }] : []
