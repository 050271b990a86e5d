import type { Engineering } from '#app/features/engineerings/engineering.ts'
import type { DeliverableState } from '#db/schema/contracts.ts'
import type { Citation } from '#db/schema/references.ts'

export const citations = ['named', 'anonymous', 'none'] as const satisfies readonly Citation[]

export type Reference = {
  id: string
  engineeringId: string
  accompanimentId: string
  providerId: string
  provider: string
  title: string
  organisation: string
  sector: string | null
  place: string | null
  year: number
  askedOn: string
  askedOf: string
  citation: Citation | null
  answeredOn: string | null
  withdrawnOn: string | null
}

/** What a provider may show of a mission; `organisation` is null when it is not to be named. */
export type CitedReference = Pick<Reference, 'id' | 'providerId' | 'title' | 'sector' | 'place' | 'year'> & {
  organisation: string | null
}

/** A mission as its contract's page speaks of its reference: one for each case. */
export type MissionReference = { accompanimentId: string; name: string; reference: Reference | null }

/** A reference as its organisation reads it behind its link. */
export type ReferenceByLink = Reference & { operator: string }

/** The words that were agreed to; the title says what was bought, and may name the organisation, so it goes with the name. */
export function cited(reference: Reference): CitedReference[] {
  const { id, providerId, title, organisation, sector, place, year, citation } = reference
  if (citation !== 'named' && citation !== 'anonymous') return []
  const isNamed = citation === 'named'
  const kept = { id, providerId, sector, place, year }
  return [{ ...kept, title: isNamed ? title : '', organisation: isNamed ? organisation : null }]
}

/** A mission may be cited once all that its contract promises was handed over, and accepted. */
export const isFinished = (
  { state, deliveredOn, paidOn }: Pick<Engineering, 'state' | 'deliveredOn' | 'paidOn'>,
  deliverables: readonly { state: DeliverableState }[],
): boolean =>
  state !== 'cancelled' && (deliveredOn ?? paidOn) !== null && deliverables.every(one => one.state === 'accepted')
