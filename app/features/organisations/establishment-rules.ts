import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

/** An establishment is of the SIREN of its organisation, and closes after it opened. */
export function checkedEstablishment(
  organisation: { siret: string | null },
  typed: { siret: string | null; openedOn: string | null; closedOn: string | null },
): Result<null, Failure<'other-siren' | 'ends-before-it-starts'>> {
  const [own, its] = [organisation.siret?.slice(0, 9), typed.siret?.slice(0, 9)]
  if (own && its && own !== its) return fail('other-siren', { siren: own }, 'siret')
  if (typed.openedOn && typed.closedOn && typed.closedOn < typed.openedOn)
    return fail('ends-before-it-starts', {}, 'closedOn')
  return ok(null)
}
