import type { T0Figure } from './questionnaire.ts'
import type { Wave } from './waves.ts'

export type Measured = Record<T0Figure, number | null>
export type ComparedRow = {
  figure: T0Figure
  t0: number | null
  byWave: { wave: Wave; value: number | null }[]
  change: number | null
}

/** The figures of T0 that are measured again. */
export const comparedFigures: readonly T0Figure[] = ['headcount', 'permanent', 'funderCount', 'strategy']

/**
 * The indicators of the diagnostic beside what each wave answered. `change` is the last known answer less T0: null when
 * either is unknown, since an unknown is not a zero.
 */
export function compared(t0: Measured | null, answered: readonly { wave: Wave; measured: Measured }[]): ComparedRow[] {
  return comparedFigures.map(figure => {
    const before = t0?.[figure] ?? null
    const byWave = answered.map(({ wave, measured }) => ({ wave, value: measured[figure] }))
    const last = byWave.findLast(({ value }) => value !== null)?.value ?? null
    return { figure, t0: before, byWave, change: before === null || last === null ? null : last - before }
  })
}
