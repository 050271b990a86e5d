import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import { insertFollowUps, wavesOfCase } from './follow-ups.store.server.ts'
import { anchorsOf, type PlannedWave, plannedWaves } from './wave-plan.ts'

/** Plans the waves of the programme that the case does not have yet, from its dates; gives those it added. */
export async function planMissingWaves(
  { tx, operator, record }: Recording,
  { row, programme }: Case,
): Promise<PlannedWave[]> {
  const known = await wavesOfCase(tx, operator.id, row.id)
  const missing = plannedWaves(programme.definition, anchorsOf(row)).filter(({ wave }) => !known.includes(wave))
  if (missing.length === 0) return []
  await insertFollowUps(tx, operator.id, row.id, missing)
  await record({
    name: 'follow-up.planned',
    subjectKind: 'accompaniment',
    subjectId: row.id,
    accompanimentId: row.id,
    data: { waves: Object.fromEntries(missing.map(({ wave, plannedOn }) => [wave, plannedOn])) },
  })
  return missing
}
