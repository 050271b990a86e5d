import { isDepartment } from '#app/features/organisations/place.ts'
import type { Day } from '#app/kernel/day.ts'
import type { ColumnOf } from './columns.ts'
import { type CaseFacts, derivedState } from './derived-state.ts'
import type { Parent } from './parent-refs.ts'
import type { Remark } from './reasons.ts'
import type { RowReader } from './row-reader.ts'
import type { AccompanimentRow, AgreementRow } from './rows.ts'

export type ProgrammeLight = { id: string; startsWithoutOrganisation: boolean }

/** How a row of `accompagnements` finds what it names, in this folder or from an earlier one. */
export type CaseNames = {
  structure: (ref: string) => Parent | undefined
  agreement: (code: string) => Parent | undefined
  programmes: ReadonlyMap<string, ProgrammeLight>
  /** What the other files are called; null when one could not be read whole, and nobody knows what it would have named. */
  fileOf: { structures: string | null; conventions: string | null }
}

/** Refuses what a case names wrongly, and remarks what only deserves a look. */
export function checkCase(
  row: AccompanimentRow,
  cells: RowReader<ColumnOf<'accompagnements'>>,
  names: CaseNames,
  remark: (column: string, remark: Remark) => void,
): void {
  const programme = names.programmes.get(row.programme)
  const structure = row.structure === null ? undefined : names.structure(row.structure)
  if (!programme)
    cells.refuse('dispositif', { key: 'unknown-value', params: { expected: [...names.programmes.keys()].join(', ') } })
  if (row.structure !== null && !structure) refuseUnknown(cells, 'structure', row.structure, names.fileOf.structures)
  if (row.structure === null && programme && !programme.startsWithoutOrganisation)
    cells.refuse('structure', { key: 'structure-required', params: { programme: row.programme } })
  for (const code of row.agreements) {
    const agreement = names.agreement(code)
    if (!agreement) refuseUnknown(cells, 'conventions', code, names.fileOf.conventions)
    else
      for (const outside of outsideOf(code, agreement, row.programme, structure?.department ?? null))
        remark('conventions', outside)
  }
}

/** Said only of a file that was read whole; a row that names what a broken one may hold is not taken either. */
export function refuseUnknown<Column extends string>(
  cells: RowReader<Column>,
  column: Column,
  ref: string,
  file: string | null,
): void {
  if (file === null) cells.isSound = false
  else cells.refuse(column, { key: 'unknown-reference', params: { ref, file } })
}

/** An agreement pays for some programmes and places; a case outside of them is only warned of. */
function outsideOf(code: string, { scope }: Parent, programme: string, department: string | null): Remark[] {
  const remarks: Remark[] = []
  if (scope && scope.programmes.length > 0 && !scope.programmes.includes(programme))
    remarks.push({ key: 'outside-programmes', params: { code, programme } })
  if (scope && scope.departments.length > 0 && department !== null && !scope.departments.includes(department))
    remarks.push({ key: 'outside-departments', params: { code, department } })
  return remarks
}

/** The state that the row alone says; sessions and referrals are read later. */
function stateOfRow(row: AccompanimentRow, today: Day): { state: string; stateSince: string } {
  const facts: CaseFacts = { ...row, referral: null, heldSession: null }
  const { state, since } = derivedState(facts)
  return { state, stateSince: since ?? today }
}

/** The year in which a case was opened: the one of its first known day. */
export function openingYear(row: AccompanimentRow, today: Day): number {
  const known = [
    row.requestedOn,
    row.intakeOn,
    row.diagnosticValidatedOn,
    row.committeeOn,
    row.planApprovedOn,
    row.restitutionOn,
    row.closedOn,
    row.abandonedOn,
  ].filter(day => day !== null)
  return Number((known.sort()[0] ?? today).slice(0, 4))
}

type CaseLinks = { organisationId: string | null; programmeId: string; practitionerId: string | null }

/** What is written of a case; its number only counts when it is new. */
export function caseValues(id: string, number: string, row: AccompanimentRow, today: Day, links: CaseLinks) {
  const {
    ref: _ref,
    structure: _structure,
    programme: _programme,
    practitioner: _practitioner,
    agreements: _a,
    ...days
  } = row
  return { id, number, ...days, ...links, ...stateOfRow(row, today) }
}

/** The scope of an agreement names programmes of the product and departments. */
export function checkScope(
  row: AgreementRow,
  cells: RowReader<ColumnOf<'conventions'>>,
  isProgramme: (code: string) => boolean,
): void {
  for (const code of row.programmes)
    if (!isProgramme(code)) cells.refuse('dispositifs', { key: 'unknown-programme', params: { code } })
  for (const code of row.departments)
    if (!isDepartment(code)) cells.refuse('territoires', { key: 'unknown-department', params: { code } })
}
