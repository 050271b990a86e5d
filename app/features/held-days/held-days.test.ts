import { describe, expect, it } from 'vitest'
import { daysState } from './held-days.ts'

describe('the days of a contract', () => {
  it.each([
    [16, 12, 'fine'],
    [16, 13, 'low'],
    [10, 8, 'low'],
    [16, 16, 'low'],
    [16, 17, 'over'],
    [0, 0, 'fine'],
    [0, 1, 'over'],
    [null, 40, 'unknown'],
  ] as const)('%s ordered and %s held, in quarter-days: %s', (orderedQuarters, heldQuarters, state) => {
    expect(daysState({ orderedQuarters, heldQuarters })).toBe(state)
  })
})
