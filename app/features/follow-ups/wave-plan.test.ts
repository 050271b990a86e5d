import { describe, expect, it } from 'vitest'
import { day } from '#app/kernel/day.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { plannedWaves } from './wave-plan.ts'

const planned = (diagnostic: string | null, restitution: string | null) =>
  Object.fromEntries(
    plannedWaves(dlaIndividuel, {
      diagnostic_validated: day(diagnostic),
      restitution: day(restitution),
    }).map(({ wave, plannedOn }) => [wave, plannedOn]),
  )

describe('the waves that follow a restitution', () => {
  it.each([
    // diagnostic, restitution, T1, T2, T3
    ['2025-02-20', '2025-07-02', '2025-07-02', '2026-01-02', '2026-07-02'],
    // Diagnostic + 18 months comes first.
    ['2024-01-15', '2025-02-10', '2025-02-10', '2025-08-10', '2025-07-15'],
    // … but never before restitution + 3 months.
    ['2023-01-15', '2025-02-10', '2025-02-10', '2025-08-10', '2025-05-10'],
    // Months end when they end: 31 August + 6 months, in a common and in a leap year.
    ['2025-04-01', '2025-08-31', '2025-08-31', '2026-02-28', '2026-08-31'],
    ['2023-04-01', '2023-08-31', '2023-08-31', '2024-02-29', '2024-08-31'],
    // 29 February + 12 months.
    ['2024-01-31', '2024-02-29', '2024-02-29', '2024-08-29', '2025-02-28'],
    // Without a validated diagnostic, the restitution alone counts.
    [null, '2025-07-02', '2025-07-02', '2026-01-02', '2026-07-02'],
  ])('diagnostic %s, restitution %s', (diagnostic, restitution, T1, T2, T3) => {
    expect(planned(diagnostic, restitution)).toEqual({ T1, T2, T3 })
  })

  it('plans only what an anchor is known for', () => {
    expect(planned(null, null)).toEqual({})
    expect(planned('2025-02-20', null)).toEqual({ T3: '2026-08-20' })
  })
})
