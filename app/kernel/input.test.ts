import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { day as calendarDay, type Day } from './day.ts'
import * as input from './input.ts'
import { parseIssue } from './issue.ts'

const DIRT = /(?![\t\n])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/u

/** The value that comes out, or the messages. */
function read<Out>(schema: z.ZodType<Out, unknown>, raw: unknown): Out | { refused: string[] } {
  const parsed = schema.safeParse(raw)
  return parsed.success
    ? parsed.data
    : { refused: parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' ')) }
}

const refused = (...messages: string[]) => ({ refused: messages })

describe('text', () => {
  const text = input.text({ max: 20, min: 2 })

  test.each([
    ['  Bonjour  ', 'Bonjour'],
    ['e\u0301cole', 'école'],
    ['un\r\ndeux\rtrois', 'un\ndeux\ntrois'],
    ['a\tb', 'a\tb'],
    ['\ufeffmarque\u200b', 'marque'],
    ['😀'.repeat(20), '😀'.repeat(20)],
  ])('%j reads as %j', (raw, expected) => {
    expect(read(text, raw)).toBe(expected)
  })

  test.each([
    ['', 'input.required'],
    ['   ', 'input.required'],
    [undefined, 'input.required'],
    [null, 'input.required'],
    ['a', 'input.too-short|min=2'],
    ['a'.repeat(21), 'input.too-long|max=20'],
    [7, 'input.not-text'],
    [['a', 'b'], 'input.not-text'],
    [{ toString: () => 'a' }, 'input.not-text'],
    ['a\u0000b', 'input.bad-characters'],
  ])('%j is refused: %s', (raw, message) => {
    expect(read(text, raw)).toEqual(refused(message))
  })

  test('a line holds no line break', () => {
    const line = input.line({ max: 20 })
    expect(read(line, 'Cabinet Un\n')).toBe('Cabinet Un')
    expect(read(line, 'Cabinet\nUn')).toEqual(refused('input.one-line'))
    expect(read(line, 'Cabinet\u2028Un')).toEqual(refused('input.one-line'))
    expect(read(line, 'Cabinet\tUn')).toEqual(refused('input.bad-characters'))
  })

  test('whatever is accepted is clean, and reads as itself', () => {
    const schema = input.text({ max: 50 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), raw => {
        const parsed = schema.safeParse(raw)
        if (!parsed.success) return
        const value = parsed.data
        expect(value).toBe(value.normalize('NFC').trim())
        expect([...value].length).toBeLessThanOrEqual(50)
        expect(value).not.toMatch(DIRT)
        expect(schema.parse(value)).toBe(value)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('numbers', () => {
  const integer = input.integer({ min: -10, max: 1_000_000 })
  const decimal = input.decimal({ min: 0, max: 100, scale: 2 })

  test.each([
    ['7', 7],
    [' 7 ', 7],
    ['-3', -3],
    ['−3', -3],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    [7, 7],
    ['8,0', 8],
    ['-0', 0],
  ])('%j is the integer %d', (raw, expected) => {
    expect(Object.is(read(integer, raw), expected)).toBe(true)
  })

  test.each([
    ['1,5', 'input.not-a-whole-number'],
    [1.5, 'input.not-a-whole-number'],
    ['NaN', 'input.not-a-number'],
    [Number.NaN, 'input.not-a-number'],
    ['Infinity', 'input.not-a-number'],
    ['1e309', 'input.not-a-number'],
    [Number('1e309'), 'input.not-a-number'],
    ['0x10', 'input.not-a-number'],
    ['٧', 'input.not-a-number'],
    ['', 'input.required'],
    [true, 'input.not-a-number'],
    [[7], 'input.not-a-number'],
    ['-11', 'input.too-small|min=-10'],
    ['1000001', 'input.too-big|max=1000000'],
    ['9'.repeat(30), 'input.too-big|max=1000000'],
    [`-${'9'.repeat(30)}`, 'input.too-small|min=-10'],
  ])('%j is refused: %s', (raw, message) => {
    expect(read(integer, raw)).toEqual(refused(message))
  })

  test.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['99,99', 99.99],
    ['0,10', 0.1],
    [6.5, 6.5],
    ['100', 100],
  ])('%j is the decimal %d', (raw, expected) => {
    expect(read(decimal, raw)).toBe(expected)
  })

  test.each([
    ['1,555', 'input.too-many-decimals|scale=2'],
    ['100,01', 'input.too-big|max=100'],
    ['-0,01', 'input.too-small|min=0'],
    ['1e1', 'input.not-a-number'],
    ['1.234,5', 'input.not-a-number'],
  ])('%j is refused: %s', (raw, message) => {
    expect(read(decimal, raw)).toEqual(refused(message))
  })

  test('money is read in cents and days in quarter-days, and bounds are said as people type them', () => {
    const cents = input.cents({ min: 0, max: 100_000_00 })
    expect(read(cents, '1 234,50 €')).toBe(123450)
    expect(read(cents, 12.34)).toBe(1234)
    expect(read(cents, '100000,01')).toEqual(refused('input.too-big|max=100000'))
    expect(read(cents, '1,234')).toEqual(refused('input.too-many-decimals|scale=2'))
    const days = input.quarterDays({ min: 1, max: 8 })
    expect(read(days, '1,5')).toBe(6)
    expect(read(days, '0')).toEqual(refused('input.too-small|min=0.25'))
    expect(read(days, '1,3')).toEqual(refused('input.not-quarter-days'))
    expect(read(days, 'un')).toEqual(refused('input.not-a-number'))
  })

  test('versions count from zero', () => {
    expect(read(input.version(), '3')).toBe(3)
    expect(read(input.version(), '2147483648')).toEqual(refused('input.too-big|max=2147483647'))
  })
})

describe('days', () => {
  const from = calendarDay('2025-01-01') ?? undefined
  const to = calendarDay('2025-12-31') ?? undefined
  const schema = input.day({ min: from, max: to })

  test.each([
    ['2025-03-01', '2025-03-01'],
    ['01/03/2025', '2025-03-01'],
    [' 2025-03-01 ', '2025-03-01'],
    ['2024-12-31', refused('input.too-early|min=2025-01-01')],
    ['2026-01-01', refused('input.too-late|max=2025-12-31')],
    ['2025-02-30', refused('input.not-a-date')],
    ['', refused('input.required')],
    [20250301, refused('input.not-a-date')],
  ])('%j', (raw, expected) => {
    expect(read(schema, raw)).toEqual(expected)
  })

  test('an optional day is null when it is not given', () => {
    for (const raw of ['', ' ', null, undefined]) expect(read(input.optionalDay(), raw)).toBeNull()
    expect(read(input.optionalDay(), 'hier')).toEqual(refused('input.not-a-date'))
  })
})

describe('addresses and identifiers', () => {
  test.each([
    'a@b.fr',
    "jeanne.d'arc+dla@sous.domaine.example",
    'x_y-z@xn--bcher-kva.example',
    'A.B@C.EXAMPLE',
    ' a@b.fr ',
  ])('%j is an address', raw => {
    expect(read(input.email(), raw)).toBe(raw.trim().toLowerCase())
  })

  test.each([
    [input.siret(), ' 120 027 016 00357', '12002701600357'],
    [input.siret(), '12002701600358', refused('input.bad-siret')],
    [input.siret(), '', refused('input.required')],
    [input.siren(), '120027016', '120027016'],
    [input.siren(), '120027017', refused('input.bad-siren')],
    [input.rna(), 'w452000001', 'W452000001'],
    [input.rna(), 'W4520', refused('input.bad-rna')],
    [input.commune(), '2a004', '2A004'],
    [input.commune(), '45000', refused('input.bad-commune')],
    [input.id(), '0190163d-8694-739b-aea5-966c26f8ad91', '0190163d-8694-739b-aea5-966c26f8ad91'],
    [input.id(), 'x', refused('input.bad-id')],
    [input.email(), 'a@b', refused('input.bad-email')],
  ])('%# %o', (schema, raw, expected) => {
    expect(read(schema, raw)).toEqual(expected)
  })
})

describe('choices', () => {
  test('a yes or a no is said', () => {
    for (const yes of ['oui', 'OUI', 'on', 'true', true]) expect(read(input.yesNo(), yes)).toBe(true)
    for (const no of ['non', 'false', false]) expect(read(input.yesNo(), no)).toBe(false)
    expect(read(input.yesNo(), '')).toEqual(refused('input.required'))
    expect(read(input.yesNo(), '0')).toEqual(refused('input.not-yes-or-no'))
  })

  test('a box that is not ticked is not sent', () => {
    expect(read(input.checkbox(), undefined)).toBe(false)
    expect(read(input.checkbox(), 'on')).toBe(true)
    expect(read(input.checkbox(), '0')).toEqual(refused('input.not-yes-or-no'))
  })

  test('a choice is one of its values, and the compiler knows them', () => {
    const schema = input.choice(['direct', 'event'])
    expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<'direct' | 'event'>()
    expect(read(schema, 'event')).toBe('event')
    for (const wrong of ['Event', 'constructor', 0, ['event'], 'evenement']) {
      expect(read(schema, wrong)).toEqual(refused('input.not-in-list'))
    }
    expect(read(schema, '')).toEqual(refused('input.required'))
  })

  test('a list is none, one or several, and each refusal is tied to its rank', () => {
    const schema = input.list(input.integer({ min: 0 }), { max: 3 })
    expect(read(schema, undefined)).toEqual([])
    expect(read(schema, '')).toEqual([])
    expect(read(schema, '4')).toEqual([4])
    expect(read(schema, ['4', '5'])).toEqual([4, 5])
    expect(read(schema, ['4', 'x', '', '-1'])).toEqual(refused('input.too-many|max=3'))
    expect(read(schema, ['4', 'x', '-1'])).toEqual(refused('1 input.not-a-number', '2 input.too-small|min=0'))
    expect(read(input.list(input.id(), { max: 3, min: 1 }), [])).toEqual(refused('input.required'))
    expect(read(input.list(input.line({ max: 5 }), { max: 3, min: 2 }), 'a')).toEqual(refused('input.too-few|min=2'))
  })
})

describe('objects', () => {
  const schema = input.object({
    name: input.line({ max: 50 }),
    siret: input.optional(input.siret()),
    visited: input.checkbox(),
    startedOn: input.day(),
    needs: input.list(
      input.object({ domain: input.choice(['finance', 'strategy']), rank: input.integer({ min: 1 }) }),
      { max: 8 },
    ),
  })

  test('every field is read, and an error is tied to its own', () => {
    expect(read(schema, { name: 'A', siret: '', startedOn: '2025-01-05' })).toEqual({
      name: 'A',
      siret: null,
      visited: false,
      startedOn: '2025-01-05',
      needs: [],
    })
    expect(read(schema, { siret: '1', needs: [{ domain: 'x', rank: '1' }] })).toEqual(
      refused(
        'name input.required',
        'siret input.bad-siret',
        'startedOn input.required',
        'needs.0.domain input.not-in-list',
      ),
    )
    expectTypeOf<z.output<typeof schema>['startedOn']>().toEqualTypeOf<Day>()
    expectTypeOf<z.output<typeof schema>['siret']>().toEqualTypeOf<string | null>()
  })

  test('INP-04: an unknown key is refused, those of every object too', () => {
    const right = { name: 'A', startedOn: '2025-01-05' }
    expect(read(schema, { ...right, operatorId: '1' })).toEqual(refused('input.unknown-field'))
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const raw: unknown = JSON.parse(JSON.stringify(right).replace('{', `{"${key}":{"isManager":true},`))
      expect(read(schema, raw)).toEqual(refused('input.unknown-field'))
    }
    for (const wrong of [null, undefined, [], 'texte', 7]) expect(read(schema, wrong)).toEqual(refused('input.invalid'))
  })
})

test('INP-02: whatever is sent to whichever primitive, nothing is thrown and every refusal is a known key', () => {
  const bounds = { min: 0, max: 100 }
  const schemas: z.ZodType[] = [
    input.text({ max: 20 }),
    input.line({ max: 20 }),
    input.optionalText({ max: 20 }),
    input.integer(bounds),
    input.decimal({ ...bounds, scale: 2 }),
    input.cents(bounds),
    input.quarterDays(bounds),
    input.day(),
    input.email(),
    input.id(),
    input.siret(),
    input.siren(),
    input.rna(),
    input.commune(),
    input.yesNo(),
    input.checkbox(),
    input.choice(['a', 'b']),
    input.list(input.line({ max: 5 }), { max: 3 }),
    input.version(),
    input.object({ a: input.line({ max: 5 }) }),
  ]
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), raw => {
      for (const schema of schemas) {
        for (const { message } of schema.safeParse(raw).error?.issues ?? []) {
          if (parseIssue(message).key !== message.split('|')[0]) throw new Error(`not a key: ${message}`)
        }
      }
    }),
    { numRuns: 3000 },
  )
})
