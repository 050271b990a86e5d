import type { Anchor, ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { addMonths, type Day, day } from '#app/kernel/day.ts'
import type { Wave } from './waves.ts'

export type Anchors = Partial<Record<Anchor, Day | null>>
export type PlannedWave = { wave: Wave; plannedOn: Day }

/** The days of a case that its waves may count from. */
export function anchorsOf(row: {
  requestedOn: string | null
  diagnosticStartedOn: string | null
  diagnosticValidatedOn: string | null
  restitutionOn: string | null
}): Anchors {
  return {
    requested: day(row.requestedOn),
    diagnostic_started: day(row.diagnosticStartedOn),
    diagnostic_validated: day(row.diagnosticValidatedOn),
    restitution: day(row.restitutionOn),
  }
}

/**
 * The day of each wave of the programme: the earliest of its offsets, never before its floor. A wave none of whose
 * anchors is known is not planned. Months are calendar months: 31 August + 6 months is the last day of February.
 */
export function plannedWaves(definition: Pick<ProgrammeDefinition, 'waves'>, anchors: Anchors): PlannedWave[] {
  const dayAt = ({ anchor, months }: { anchor: Anchor; months: number }) => {
    const from = anchors[anchor]
    return from ? addMonths(from, months) : null
  }
  return definition.waves.flatMap(({ wave, earliestOf, notBefore }) => {
    const days = earliestOf.flatMap(offset => dayAt(offset) ?? [])
    const earliest = days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null)
    if (earliest === null) return []
    const floor = notBefore ? dayAt(notBefore) : null
    return [{ wave, plannedOn: floor && floor > earliest ? floor : earliest }]
  })
}
