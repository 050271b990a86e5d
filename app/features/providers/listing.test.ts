import { describe, expect, it } from 'vitest'
import { type Day, day } from '#app/kernel/day.ts'
import { listingState } from './listing.ts'

const on = (value: string): Day => {
  const known = day(value)
  if (!known) throw new Error(value)
  return known
}

describe('the yearly listing of a provider', () => {
  it('is active, then stale at eleven months, then inactive at twelve', () => {
    const days = [
      ['2025-03-15', 'active'],
      ['2026-02-14', 'active'],
      ['2026-02-15', 'stale'],
      ['2026-03-14', 'stale'],
      ['2026-03-15', 'inactive'],
      ['2030-01-01', 'inactive'],
    ] as const
    for (const [today, state] of days) expect(listingState('2025-03-15', on(today)), today).toBe(state)
  })

  it('counts months as the calendar does, at the end of one too', () => {
    expect(listingState('2025-03-31', on('2026-02-27'))).toBe('active')
    expect(listingState('2025-03-31', on('2026-02-28'))).toBe('stale')
    expect(listingState('2024-02-29', on('2025-02-27'))).toBe('stale')
    expect(listingState('2024-02-29', on('2025-02-28'))).toBe('inactive')
  })

  it('of one that nobody confirmed is none', () => {
    expect(listingState(null, on('2026-03-12'))).toBe('unlisted')
  })
})
