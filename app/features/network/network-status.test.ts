import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkStatusValues, type StatusRow, statusOn } from './network-status.ts'

const row = (id: string, status: StatusRow['status'], sinceOn: string) => ({ id, status, sinceOn })

describe('the status that holds', () => {
  it('is the latest of those that had begun, whatever the order in which they were recorded', () => {
    const rows = [row('1', 'member', '2025-03-01'), row('2', 'beneficiary', '2024-01-10')]
    expect(statusOn(rows, '2024-01-09')).toBeNull()
    expect(statusOn(rows, '2025-02-28')?.status).toBe('beneficiary')
    expect(statusOn(rows, '2026-01-01')?.status).toBe('member')
  })

  it('is the last said of one day', () => {
    const rows = [row('1', 'activist', '2025-03-01'), row('2', 'contributor', '2025-03-01')]
    expect(statusOn(rows, '2025-03-01')?.status).toBe('contributor')
  })

  it('never goes back to an earlier one as days pass', () => {
    const days = fc.integer({ min: 1, max: 28 }).map(n => `2025-01-${String(n).padStart(2, '0')}`)
    const rows = fc.array(
      fc.record({ id: fc.uuid(), status: fc.constantFrom(...networkStatusValues), sinceOn: days }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, days, days, (known, one, other) => {
        const [before, after] = [one, other].sort()
        if (!before || !after) return
        const [then, now] = [statusOn(known, before), statusOn(known, after)]
        if (then) expect(now && now.sinceOn >= then.sinceOn).toBe(true)
        if (now) expect(known.some(({ sinceOn }) => sinceOn <= after && sinceOn > now.sinceOn)).toBe(false)
      }),
    )
  })
})
