import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import { type Anchors, plannedWaves } from './wave-plan.ts'
import type { Wave } from './waves.ts'

export type StandingWave = { id: string; wave: Wave; state: string; plannedOn: Day | null; pausedDays: number }
export type WaveMove = { id: string; wave: Wave; from: Day | null; to: Day; pausedDays: number }

/** A wave whose letter has left keeps its day: an organisation is not told another one than it was written to. */
const hasNotLeft = ({ state }: StandingWave) => state === 'planned'

/** Where the waves that have not left go when the dates they count from are known otherwise; the pauses stay added. */
export function movedByAnchors(
  definition: Pick<ProgrammeDefinition, 'waves'>,
  anchors: Anchors,
  standing: readonly StandingWave[],
): { moved: WaveMove[]; kept: Wave[] } {
  const planned = plannedWaves(definition, anchors)
  const moved = standing.filter(hasNotLeft).flatMap(({ id, wave, plannedOn: from, pausedDays }) => {
    const rule = planned.find(({ wave: of }) => of === wave)
    if (!rule) return []
    const to = addDays(rule.plannedOn, pausedDays)
    return to === from ? [] : [{ id, wave, from, to, pausedDays }]
  })
  return { moved, kept: standing.filter(wave => !hasNotLeft(wave)).map(({ wave }) => wave) }
}

/** Where a pause of so many days sends the waves that had not left, and whose day had not come, when it began. */
export function movedByPause(
  { began, days }: { began: Day; days: number },
  standing: readonly StandingWave[],
): WaveMove[] {
  if (days <= 0) return []
  return standing.flatMap(wave =>
    hasNotLeft(wave) && wave.plannedOn !== null && wave.plannedOn >= began
      ? [
          {
            id: wave.id,
            wave: wave.wave,
            from: wave.plannedOn,
            to: addDays(wave.plannedOn, days),
            pausedDays: wave.pausedDays + days,
          },
        ]
      : [],
  )
}
