import { describe, expect, test } from 'vitest'
import { BROKEN_UNICODE, CONTROLS, HOSTILE, INVISIBLE_TEXTS, lengthsFor, ODD_UNICODE } from '#tests/harness/hostile.ts'
import {
  BOOLEANS,
  DATES,
  EMAILS,
  MALFORMED_IDENTIFIERS,
  NUMBERS,
  READABLE_NUMBERS,
  STRANGERS,
} from '#tests/harness/hostile-fields.ts'
import { FORMULAS, MARKUP, QUERIES } from '#tests/harness/hostile-payloads.ts'
import {
  cents,
  checkbox,
  choice,
  day,
  decimal,
  email,
  id,
  integer,
  line,
  list,
  quarterDays,
  text,
  yesNo,
} from './input.ts'

// The least number of values of each class: reliability, Appendix B.
const LEAST = {
  controls: 20,
  unicode: 40,
  lengths: 10,
  numbers: 25,
  booleans: 10,
  dates: 30,
  identifiers: 25,
  structures: 20,
  emails: 30,
  fileNames: 30,
  markup: 60,
  queries: 30,
  formulas: 25,
  headers: 20,
}

test('the corpus has its fourteen classes, each as large as it must be, without repetition', () => {
  expect(Object.keys(HOSTILE).sort()).toEqual(Object.keys(LEAST).sort())
  for (const [name, least] of Object.entries(LEAST)) {
    const values = Object.entries(HOSTILE).find(([key]) => key === name)?.[1] ?? []
    expect(new Set<unknown>(values).size, name).toBe(values.length)
    expect(values.length, name).toBeGreaterThanOrEqual(least)
  }
})

function accepted(schema: typeof free | ReturnType<typeof day> | ReturnType<typeof list>, values: readonly unknown[]) {
  return values.filter(value => schema.safeParse(value).success)
}

function messages(schema: typeof free, values: readonly unknown[]): string[] {
  return [
    ...new Set(
      values.flatMap(value => schema.safeParse(value).error?.issues.map(issue => issue.message) ?? ['accepted']),
    ),
  ]
}

const free = text({ max: 500 })
const oneLine = line({ max: 500 })

describe('text', () => {
  test('refuses controls, surrogates, non-characters, stacked marks and reversed direction', () => {
    for (const schema of [free, oneLine]) {
      expect(messages(schema, CONTROLS)).toEqual(['input.bad-characters'])
      expect(messages(schema, BROKEN_UNICODE)).toEqual(['input.bad-characters'])
    }
  })

  test('takes a text that one sees nothing of for none', () => {
    expect(messages(free, INVISIBLE_TEXTS)).toEqual(['input.required'])
  })

  test('keeps real writing, composed', () => {
    for (const raw of ODD_UNICODE) expect(free.parse(raw)).toBe(raw.normalize('NFC').replace(/[\u200b\ufeff]/g, ''))
  })

  test('keeps orders as the text that they are', () => {
    for (const raw of [...MARKUP, ...QUERIES, ...FORMULAS]) {
      expect(free.parse(raw)).toBe(raw.replaceAll('\r', '\n').trim().normalize('NFC'))
    }
  })

  test('counts code points, once composed, and turns ten megabytes away at once', () => {
    const { fit, tooLong } = lengthsFor(200)
    const schema = text({ max: 200 })
    expect(accepted(schema, fit)).toEqual(fit)
    const before = performance.now()
    expect(messages(schema, tooLong)).toEqual(['input.too-long|max=200'])
    expect(performance.now() - before).toBeLessThan(200)
  })
})

test('numbers: only those that read as one', () => {
  const number = integer({ min: 0, max: 1_000_000 })
  expect(NUMBERS.filter(value => number.safeParse(value).success)).toEqual([])
  for (const [raw, value] of READABLE_NUMBERS) expect(Object.is(number.parse(raw), value), String(raw)).toBe(true)
  const others = [
    decimal({ min: 0, max: 1_000_000, scale: 1 }),
    cents({ min: 0, max: 100_000_000 }),
    quarterDays({ min: 0, max: 1000 }),
  ]
  const real = new Set<unknown>(['1,5', '1.5', 0.1, '12€'])
  for (const schema of others) {
    expect(NUMBERS.filter(value => !real.has(value) && schema.safeParse(value).success)).toEqual([])
  }
})

test('INP-06: no day out of what is not one, and none is shifted', () => {
  expect(DATES.filter(value => day().safeParse(value).success)).toEqual([])
})

test('a yes or a no is never guessed', () => {
  expect(BOOLEANS.filter(value => yesNo().safeParse(value).success || checkbox().safeParse(value).success)).toEqual([])
})

test('ids: one spelling only', () => {
  expect(MALFORMED_IDENTIFIERS.filter(value => id().safeParse(value).success)).toEqual([])
  expect(STRANGERS.filter(value => !id().safeParse(value).success)).toEqual([])
})

test('addresses: none of the forms that no message is sent to', () => {
  expect(EMAILS.filter(value => email().safeParse(value).success)).toEqual([])
})

test('a choice and a list of them accept nothing of the whole corpus', () => {
  const schema = choice(['direct', 'event'])
  const all = Object.values(HOSTILE).flat()
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(all.filter(value => schema.safeParse(value).success)).toEqual([])
  expect(all.filter(value => list(schema, { max: 2, min: 1 }).safeParse(value).success)).toEqual([])
})
