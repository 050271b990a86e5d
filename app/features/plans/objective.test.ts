import { describe, expect, it } from 'vitest'
import { shareReached } from './objective.ts'

describe('an objective', () => {
  it('is reached by the share of the way that was done', () => {
    expect(shareReached({ baseline: 4, target: 8, reached: 5 })).toBe(0.25)
    expect(shareReached({ baseline: 60, target: 40, reached: 50 })).toBe(0.5)
    expect(shareReached({ baseline: 4, target: 8, reached: 3 })).toBe(0)
    expect(shareReached({ baseline: 4, target: 8, reached: 12 })).toBe(1)
    expect(shareReached({ baseline: 4, target: 4, reached: 4 })).toBe(1)
    expect(shareReached({ baseline: 4, target: 4, reached: 3 })).toBe(0)
  })
  it('says nothing of what is not known: nothing is not zero', () => {
    expect(shareReached({ baseline: null, target: 8, reached: 5 })).toBeNull()
    expect(shareReached({ baseline: 4, target: null, reached: 5 })).toBeNull()
    expect(shareReached({ baseline: 4, target: 8, reached: null })).toBeNull()
  })
})
