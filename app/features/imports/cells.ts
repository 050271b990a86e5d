import { cleanEmail, cleanText } from '#app/kernel/clean-text.ts'
import { type Day, day, frenchDay } from '#app/kernel/day.ts'
import { isCommuneCode, isRna, isSiret, normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { type Numeral, parseNumeral } from '#app/kernel/numeral.ts'
import type { Reason, ReasonKey } from './reasons.ts'

export type Reading<T> = { value: T } | { refused: Reason }
/** Reads a cell that is filled in, trimmed. `today` is the operator's. */
export type ReadCell<T> = (written: string, today: Day) => Reading<T>

const refuse = (key: ReasonKey, params?: Reason['params']): { refused: Reason } => ({
  refused: params ? { key, params } : { key },
})

function cleaned(written: string, lines: 'one' | 'many', max: number): Reading<string> {
  const reading = cleanText(written, { max, lines })
  if ('value' in reading) return reading
  return reading.refused.key === 'input.too-long' ? refuse('too-long', { max }) : refuse('bad-characters')
}

/** Spreadsheets break lines inside cells; a name on two lines is one name. */
const line =
  (max: number): ReadCell<string> =>
  written =>
    cleaned(written.replace(/[\t\n\r\u2028\u2029]+/g, ' '), 'one', max)

export const reference = line(200)
export const name = line(300)
export const sentence = line(1000)
export const paragraph: ReadCell<string> = written => cleaned(written, 'many', 20_000)

/** Several references in one cell, separated by `|`; each once, in an order that does not depend on the writer's. */
export const referenceList: ReadCell<string[]> = (written, today) => {
  const found = new Set<string>()
  for (const part of written.split('|')) {
    if (part.trim() === '') continue
    const reading = reference(part.trim(), today)
    if ('refused' in reading) return reading
    found.add(reading.value)
  }
  return { value: [...found].sort() }
}

/** The same, each of them known; the first that is not is what the cell is refused for. */
export const listOf =
  (isKnown: (code: string) => boolean, key: ReasonKey): ReadCell<string[]> =>
  (written, today) => {
    const reading = referenceList(written, today)
    const unknown = 'value' in reading ? reading.value.find(code => !isKnown(code)) : undefined
    return unknown === undefined ? reading : refuse(key, { code: unknown })
  }

/** A day that may be to come: a planned wave, an agreement's end. */
export const anyDay: ReadCell<Day> = written => {
  const value = day(written) ?? frenchDay(written)
  return value ? { value } : refuse('not-a-date')
}

/** The day of something that happened. */
export const pastDay: ReadCell<Day> = (written, today) => {
  const reading = anyDay(written, today)
  return 'value' in reading && reading.value > today ? refuse('future', { today }) : reading
}

export const year: ReadCell<number> = written =>
  /^(19|20|21)[0-9]{2}$/.test(written) ? { value: Number(written) } : refuse('not-a-year')

// The column is numeric(14,4), and 10¹⁴ of its smallest units is still an exact number here.
const mostUnits = 1e14

/** Rounded half up to `scale` decimals: a spreadsheet's own computations have more, a column does not. */
function unitsOf({ whole, fraction }: Numeral, scale: number): number {
  const kept = Number(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  return kept + ((fraction[scale] ?? '0') >= '5' ? 1 : 0)
}

function positive(written: string, scale: number): Reading<number> {
  const numeral = parseNumeral(written)
  if (!numeral) return refuse('not-a-number')
  if (numeral.negative) return refuse('negative')
  const units = unitsOf(numeral, scale)
  return units < mostUnits ? { value: units } : refuse('too-big')
}

/** Head-counts, days, hours, rates: zero or more, four decimals. */
export const quantity: ReadCell<number> = written => {
  const reading = positive(written, 4)
  return 'value' in reading ? { value: reading.value / 10_000 } : reading
}

/** Money, in cents. */
export const amount: ReadCell<number> = written => positive(written.replace(/\s?(?:€|EUR)$/, ''), 2)

/** A whole number of a scale, both ends included. */
export const scale =
  (max: number): ReadCell<number> =>
  written => {
    const numeral = parseNumeral(written)
    if (!numeral) return refuse('not-a-number')
    const value = Number(numeral.whole)
    const isOnScale = !numeral.negative && numeral.fraction === '' && value <= max
    return isOnScale ? { value } : refuse('out-of-range', { min: 0, max })
  }

export const yesNo: ReadCell<boolean> = written => {
  const word = written.toLowerCase()
  return word === 'oui' || word === 'non' ? { value: word === 'oui' } : refuse('not-yes-or-no')
}

/** One of the codes that are known today: programmes, which an operator may have of its own. */
export const oneOfCodes =
  (codes: readonly string[]): ReadCell<string> =>
  written =>
    codes.includes(written) ? { value: written } : refuse('unknown-value', { expected: codes.join(', ') })

/** One of the words of the format, and what the product calls it. Spreadsheets like to capitalise: case is ignored. */
export const oneOf = <const Word extends string, const Value extends string>(
  words: Readonly<Record<Word, Value>>,
): ReadCell<Value> => {
  const known = new Map(Object.entries<Value>(words))
  const expected = [...known.keys()].join(', ')
  return written => {
    const value = known.get(written.toLowerCase())
    return value === undefined ? refuse('unknown-value', { expected }) : { value }
  }
}

function identifier(passes: (value: string) => boolean, key: ReasonKey): ReadCell<string> {
  return written => {
    const value = written.length > 64 ? '' : normaliseIdentifier(written)
    return passes(value) ? { value } : refuse(key)
  }
}

export const siret = identifier(isSiret, 'bad-siret')
export const rna = identifier(isRna, 'bad-rna')
export const commune = identifier(isCommuneCode, 'bad-commune')

export const email: ReadCell<string> = written => {
  const value = cleanEmail(written)
  return value === null ? refuse('bad-email') : { value }
}
