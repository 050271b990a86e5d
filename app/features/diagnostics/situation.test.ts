import { expect, test } from 'vitest'
import { readSituation, scoresOf } from './situation.ts'

test('a domain that was left out takes no other with it', () => {
  const strategic = { score: 3, text: 'Un projet lisible.' }
  expect(readSituation({ strategic, sociological: null })).toEqual({ strategic })
  expect(readSituation({ strategic, sociological: { score: 9, text: null }, other: strategic })).toEqual({ strategic })
  expect(scoresOf({ strategic, sociological: { score: null, text: 'À revoir.' } })).toEqual({ strategic: 3 })
})

test('what is no situation is one of which nothing is known', () => {
  for (const value of [null, undefined, 'x', 3, [], { strategic: 'x' }]) expect(readSituation(value)).toEqual({})
})
