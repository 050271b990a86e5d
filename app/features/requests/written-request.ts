import type { Day } from '#app/kernel/day.ts'
import type { requests } from '#db/schema/requests.ts'

export type Request = typeof requests.$inferSelect
export type RequestValues = Pick<
  Request,
  | 'organisationName'
  | 'siret'
  | 'rna'
  | 'legalForm'
  | 'place'
  | 'employees'
  | 'personName'
  | 'personRole'
  | 'requester'
  | 'phone'
  | 'boardAgreementOn'
  | 'prescriber'
  | 'motive'
  | 'urgent'
  | 'noticeGivenOn'
>

type Typed = Omit<RequestValues, 'noticeGivenOn'> & { noticeGiven: boolean }

/** The columns that the person’s fields fill. */
export const columnsOf = (
  { noticeGiven, ...typed }: Typed,
  { today, noticeGivenOn }: { today: Day; noticeGivenOn: string | null },
): RequestValues => ({ ...typed, noticeGivenOn: noticeGiven ? (noticeGivenOn ?? today) : null })

/** What her form shows of what is kept, and what a conflict compares. */
export const formValuesOf = (row: Request) => ({
  organisationName: row.organisationName,
  siret: row.siret,
  rna: row.rna,
  legalForm: row.legalForm,
  place: row.place,
  employees: row.employees,
  personName: row.personName,
  personRole: row.personRole,
  requester: row.requester,
  phone: row.phone,
  boardAgreementOn: row.boardAgreementOn,
  prescriber: row.prescriber,
  motive: row.motive,
  urgent: row.urgent,
  noticeGiven: row.noticeGivenOn !== null,
})
