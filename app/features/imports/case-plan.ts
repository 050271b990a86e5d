import type { Day } from '#app/kernel/day.ts'
import { type CaseFacts, derivedState } from './derived-state.ts'
import type { Parent } from './parent-refs.ts'
import type { Remark } from './reasons.ts'
import type { AccompanimentRow } from './rows.ts'

export type ProgrammeLight = { id: string; startsWithoutOrganisation: boolean }

/** An agreement pays for some programmes and places; a case outside of them is only warned of. */
export function outsideOf(
  code: string,
  scope: Parent['scope'],
  programme: string,
  department: string | null | undefined,
): Remark[] {
  const remarks: Remark[] = []
  if (scope && scope.programmes.length > 0 && !scope.programmes.includes(programme))
    remarks.push({ key: 'outside-programmes', params: { code, programme } })
  if (scope && scope.departments.length > 0 && department && !scope.departments.includes(department))
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
