import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCents, splitByKey } from './cents.ts'

test.each([
  ['1 234,50', 123450],
  ['1\u202f234,5', 123450],
  ['1\u00a0234\u00a0567,89 €', 123456789],
  ['1234.5', 123450],
  ['0,07', 7],
  ['-3', -300],
  ['−3,20', -320],
  ['12,3400', 1234],
  ['0', 0],
  ['-0', 0],
  ['1 000 EUR', 100000],
])('%s is %d cents', (raw, expected) => {
  expect(Object.is(parseCents(raw), expected)).toBe(true)
})

test.each([
  '',
  '12,345',
  '1 23,00',
  '1234 567',
  '1,234.50',
  '1.234,50',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '١٢',
  ',5',
  '5,',
  '+5',
  '€',
  '1 €€',
  '999999999999999999',
  '--1',
])('%s is no amount', raw => {
  expect(parseCents(raw)).toBeNull()
})

test('every amount is read back from its French writing', () => {
  const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), cents => {
      expect(parseCents(euros.format(cents / 100))).toBe(cents)
    }),
  )
})

test('parts follow the weights and odd cents go to the largest remainders', () => {
  expect(splitByKey(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(splitByKey(100, [1, 2])).toEqual([33, 67])
  expect(splitByKey(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  expect(splitByKey(10, [0, 0])).toEqual([5, 5])
  expect(splitByKey(0, [3, 1])).toEqual([0, 0])
  expect(splitByKey(7, [0, 5])).toEqual([0, 7])
})

test('parts always sum to the whole, and none is a unit away from its exact share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(fc.maxSafeInteger(), weights, (total, keys) => {
      const parts = splitByKey(total, keys)
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
      const keySum = BigInt(keys.reduce((sum, key) => sum + key, 0))
      if (keySum === 0n) return
      parts.forEach((part, index) => {
        const gap = BigInt(part) * keySum - BigInt(total) * BigInt(keys[index] ?? 0)
        expect(gap < keySum && gap > -keySum).toBe(true)
      })
    }),
  )
})

test('a key that is no key is refused', () => {
  for (const keys of [[], [-1, 2], [0.5], [Number.NaN]]) expect(() => splitByKey(100, keys)).toThrow(RangeError)
  expect(() => splitByKey(0.5, [1])).toThrow(RangeError)
})
