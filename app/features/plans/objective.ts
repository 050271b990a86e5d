export type Objective = {
  id: string
  version: number
  title: string
  unit: string | null
  baseline: number | null
  target: number | null
  reached: number | null
  dueOn: string | null
}
type Measured = Pick<Objective, 'baseline' | 'target' | 'reached'>

/**
 * How much of the way from the baseline to the target was done, from 0 to 1; null when it cannot be said. A target under
 * its baseline is a fall that is wanted.
 */
export function shareReached({ baseline, target, reached }: Measured): number | null {
  if (baseline === null || target === null || reached === null) return null
  if (target === baseline) return reached === target ? 1 : 0
  return Math.min(1, Math.max(0, (reached - baseline) / (target - baseline)))
}
