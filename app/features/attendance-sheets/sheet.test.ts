import { expect, test } from 'vitest'
import { day } from '#app/kernel/day.ts'
import { byContract } from './sheet.ts'

const heldOn = day('2026-03-10')
const sheet = (id: string, engineeringId: string) => {
  if (!heldOn) throw new Error('no day')
  const contract = { title: null, provider: null, organisations: [], number: null, missing: [] }
  return { id, engineeringId, heldOn, ...contract }
}

test('the sheets of one contract stand together, in the order in which its oldest came', () => {
  const sheets = [sheet('a', 'first'), sheet('b', 'second'), sheet('c', 'first')]
  expect(byContract(sheets).map(group => group.map(({ id }) => id))).toEqual([['a', 'c'], ['b']])
})
