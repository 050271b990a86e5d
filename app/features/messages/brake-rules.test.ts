import { describe, expect, it } from 'vitest'
import { allowedToday } from './brake-rules.ts'

describe('what an operator may send in a day without being asked', () => {
  it('is three times its usual day', () => {
    expect(allowedToday([100, 120, 80])).toEqual({ usual: 100, allowed: 300 })
  })

  it('is two hundred at least, for small operators and for new ones', () => {
    expect(allowedToday([3, 5])).toEqual({ usual: 4, allowed: 200 })
    expect(allowedToday([])).toEqual({ usual: null, allowed: 200 })
  })
})
