import { expect, it } from 'vitest'
import { hour } from './hour.ts'

const rows: [written: unknown, read: string | null][] = [
  ['14:30', '14:30'],
  ['09:05', '09:05'],
  ['9:05', '09:05'],
  ['14:30:00', '14:30'],
  ['14h30', '14:30'],
  ['9 h', '09:00'],
  ['9 h 05', '09:05'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['12:60', null],
  ['9:', null],
  ['9', null],
  ['14:30:30', null],
  ['midi', null],
  ['', null],
  [930, null],
]

for (const [written, read] of rows)
  it(`reads ${JSON.stringify(written)} as ${read ?? 'no hour'}`, () => expect(hour(written)).toBe(read))
