import { type Place, placeOf } from '#app/features/organisations/place.ts'
import { searchTextOf } from '#app/features/organisations/search-text.ts'
import type { LegalForm } from '#db/schema/organisations.ts'
import type { Reason } from './reasons.ts'
import type { StructureRow } from './rows.ts'

export type KnownOrganisation = Place & {
  id: string
  name: string
  siret: string | null
  rna: string | null
  legalForm: LegalForm | null
  foundedOn: string | null
  commune: string | null
  sector: string | null
  employer: boolean | null
  qpv: boolean | null
  frr: boolean | null
}
export type PlannedOrganisation = KnownOrganisation & { searchText: string }

export type StructurePlan =
  | { kind: 'refused'; column: 'siret' | 'rna'; reason: Reason }
  | { kind: 'unchanged'; organisation: KnownOrganisation }
  | { kind: 'created' | 'updated'; organisation: PlannedOrganisation }

/** What is known about a row of `structures` when it is planned. */
export type StructureLights = {
  /** What its `ref` became, and whether the row still says the same; null the first time. */
  remembered: { organisation: KnownOrganisation; isSame: boolean; wasMerged: boolean } | null
  withSiret: KnownOrganisation | undefined
  withRna: KnownOrganisation | undefined
}

/**
 * A `ref` that was seen is its organisation, and the row replaces what it says of it. A SIRET or RNA that the operator
 * already has is that organisation: there, and after a merge, the row only adds what it knows.
 */
export function planStructure(row: StructureRow, newId: () => string, lights: StructureLights): StructurePlan {
  const { remembered, withSiret, withRna } = lights
  if (remembered) {
    const other = [withSiret, withRna].find(holder => holder && holder.id !== remembered.organisation.id)
    if (other)
      return {
        kind: 'refused',
        column: other === withSiret ? 'siret' : 'rna',
        reason: { key: 'identifier-of-another', params: { name: other.name } },
      }
    if (remembered.isSame) return { kind: 'unchanged', organisation: remembered.organisation }
    const { organisation, wasMerged } = remembered
    const said = wasMerged ? completed(organisation, row) : valuesOf(row)
    return { kind: 'updated', organisation: planned(organisation.id, said) }
  }
  if (withSiret && withRna && withSiret.id !== withRna.id)
    return {
      kind: 'refused',
      column: 'rna',
      reason: { key: 'two-organisations', params: { first: withSiret.name, second: withRna.name } },
    }
  const held = withSiret ?? withRna
  return held
    ? { kind: 'updated', organisation: planned(held.id, completed(held, row)) }
    : { kind: 'created', organisation: planned(newId(), valuesOf(row)) }
}

type Values = Omit<KnownOrganisation, 'id' | 'department' | 'region'>

const planned = (id: string, values: Values): PlannedOrganisation => ({
  id,
  ...values,
  ...placeOf(values.commune),
  searchText: searchTextOf(values),
})

const valuesOf = ({ ref: _ref, ...values }: StructureRow): Values => values

function completed(known: Values, row: StructureRow): Values {
  return {
    name: row.name,
    siret: row.siret ?? known.siret,
    rna: row.rna ?? known.rna,
    legalForm: row.legalForm ?? known.legalForm,
    foundedOn: row.foundedOn ?? known.foundedOn,
    commune: row.commune ?? known.commune,
    sector: row.sector ?? known.sector,
    employer: row.employer ?? known.employer,
    qpv: row.qpv ?? known.qpv,
    frr: row.frr ?? known.frr,
  }
}
