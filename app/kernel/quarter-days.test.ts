import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuarterDays, toDays } from './quarter-days.ts'

test.each([
  ['1,5', 6],
  ['0.25', 1],
  ['4', 16],
  ['0,750', 3],
  [' 2 ', 8],
  ['0', 0],
])('%s', (raw, expected) => {
  expect(parseQuarterDays(raw)).toBe(expected)
})

test.each(['1,3', '0,125', '', 'demi', '1e1', '½'])('%s is not a number of quarter-days', raw => {
  expect(parseQuarterDays(raw)).toBeNull()
})

test('days are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), quarters => {
      expect(parseQuarterDays(String(toDays(quarters)).replace('.', ','))).toBe(quarters)
    }),
  )
})
