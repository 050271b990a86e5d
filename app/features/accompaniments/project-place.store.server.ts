import { communeAsTyped, placeTyped } from '#app/features/organisations/communes.store.server.ts'
import { isDepartment, placeOf } from '#app/features/organisations/place.ts'
import { normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

/** Where a project is, in the words of the case: nothing is known yet of its neighbourhood. */
type ProjectTerritory = {
  on: string
  commune: string | null
  department: string | null
  region: string | null
  qpv: null
  frr: null
}
export type ProjectPlaceFailure = Failure<'unknown-place' | 'several-communes'>

/** The place of a project as it is typed: a commune as everywhere else, or the number of a department. */
export function readProjectPlace(
  typed: string | null,
  on: string,
): Result<ProjectTerritory | null, ProjectPlaceFailure> {
  if (typed === null) return ok(null)
  const unknown = { on, qpv: null, frr: null }
  const code = normaliseIdentifier(typed)
  if (isDepartment(code)) return ok({ ...unknown, commune: null, ...placeOf(`${code}000`) })
  const place = placeTyped(typed)
  if (place.ok) return ok({ ...unknown, ...place.value })
  const { tag, params } = place.failure
  return tag === 'several-communes' ? fail(tag, params, 'place') : fail('unknown-place', { place: typed }, 'place')
}

/** The same, as it can be typed again. */
export const typedPlace = (territory: { commune: string | null; department: string | null } | null): string | null =>
  communeAsTyped(territory?.commune ?? null) ?? territory?.department ?? null
