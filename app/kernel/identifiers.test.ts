import { describe, expect, test } from 'vitest'
import { departmentOf, isCommuneCode, isRna, isSiren, isSiret, normaliseIdentifier, sirenOf } from './identifiers.ts'

describe('SIRET and SIREN', () => {
  // Numbers of public bodies, published by INSEE: the French Republic’s statistics office, La Poste’s head office.
  test.each(['12002701600357', '35600000000048'])('%s passes', siret => {
    expect(isSiret(siret)).toBe(true)
    expect(isSiren(sirenOf(siret))).toBe(true)
  })

  test('an establishment of La Poste passes by the sum of its digits', () => {
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
  })

  test('one wrong digit anywhere is caught', () => {
    const right = '12002701600357'
    for (let at = 0; at < right.length; at++) {
      for (let shift = 1; shift < 10; shift++) {
        const wrong = right.slice(0, at) + ((Number(right[at]) + shift) % 10) + right.slice(at + 1)
        expect(isSiret(wrong), wrong).toBe(false)
      }
    }
  })

  test.each([
    '',
    '00000000000000',
    '1200270160035',
    '120027016003577',
    '1200270160035A',
    '١٢٠٠٢٧٠١٦٠٠٣٥٧',
    '12002701600357\n',
  ])('%j is refused', value => {
    expect(isSiret(value)).toBe(false)
  })

  test('people type spaces', () => {
    expect(normaliseIdentifier(' 120 027 016\u00a000357 ')).toBe('12002701600357')
    expect(normaliseIdentifier('w45 2000001')).toBe('W452000001')
  })
})

test.each([
  ['W452000001', true],
  ['W2A1000123', true],
  ['W9R1000123', true],
  ['W45200000', false],
  ['W4520000011', false],
  ['X452000001', false],
  ['452000001', false],
  ['W45200000A', false],
  ['WA52000001', false],
  ['', false],
])('RNA %s: %s', (value, expected) => {
  expect(isRna(value)).toBe(expected)
})

test.each([
  ['45234', '45'],
  ['01001', '01'],
  ['2A004', '2A'],
  ['2B033', '2B'],
  ['97411', '974'],
  ['97801', '978'],
  ['98735', '987'],
])('commune %s is in department %s', (code, department) => {
  expect(isCommuneCode(code)).toBe(true)
  expect(departmentOf(code)).toBe(department)
})

test.each(['45000', '97400', '00001', '20004', '2C004', '96001', '97901', '4523', '452345', '2a004', 'Orléans', ''])(
  '%s is no commune code',
  code => {
    expect(isCommuneCode(code)).toBe(false)
  },
)
