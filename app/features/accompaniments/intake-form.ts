import { criteria } from './criteria.ts'
import { readEligibility } from './eligibility.ts'

type IntakeRow = {
  channel: string | null
  prescriber: string | null
  motive: string | null
  requestedOn: string | null
  intakeOn: string | null
  contactPersonId: string | null
  eligibility: unknown
}

/** The intake by the names of its form's fields: what the form shows, what a conflict compares, what history keeps. */
export function intakeFormValues(row: IntakeRow): Record<string, string | boolean | null> {
  const eligibility = readEligibility(row.eligibility)
  const values: Record<string, string | boolean | null> = {
    channel: row.channel,
    prescriber: row.prescriber,
    motive: row.motive,
    requestedOn: row.requestedOn,
    intakeOn: row.intakeOn,
    contactPersonId: row.contactPersonId,
    requester: eligibility.requester,
    boardAgreementOn: eligibility.boardAgreementOn,
    noticeGivenOn: eligibility.noticeGivenOn,
    urgent: eligibility.urgent,
    decision: eligibility.decision,
    decisionReason: eligibility.decisionReason,
  }
  for (const name of criteria) {
    values[`criteria.${name}.answer`] = eligibility.criteria[name]?.answer ?? null
    values[`criteria.${name}.note`] = eligibility.criteria[name]?.note ?? null
  }
  return values
}
