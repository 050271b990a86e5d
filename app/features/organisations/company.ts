/** The fields of an organisation that the State's register of companies knows. */
export const companyFields = ['name', 'siret', 'rna', 'legalForm', 'foundedOn', 'commune', 'employer'] as const
export type CompanyField = (typeof companyFields)[number]

/** Where a field comes from, and since when: the register, or somebody who typed it. */
export type FieldSource = { source: 'register' | 'typed'; on: string }

export type Company = {
  siren: string
  name: string
  siret: string | null
  rna: string | null
  legalForm: 'association' | 'scop' | 'fondation' | 'mutuelle' | 'collectivite' | null
  foundedOn: string | null
  commune: string | null
  employer: boolean | null
  /** For the person who chooses: where it is, and whether it has closed. */
  place: string | null
  isClosed: boolean
}

export type Difference = { field: CompanyField; ours: string | boolean | null; theirs: string | boolean }

/** What the register says otherwise; what it does not know is no difference. */
export function differences(
  ours: Readonly<Record<CompanyField, string | boolean | null>>,
  company: Company,
): Difference[] {
  return companyFields.flatMap(field => {
    const theirs = company[field]
    return theirs === null || theirs === ours[field] ? [] : [{ field, ours: ours[field], theirs }]
  })
}

/** What the register answers to a question. */
export type CompanySearch =
  /** Nobody configured it: nothing is shown. */
  | { kind: 'off' }
  | { kind: 'found'; companies: Company[] }
  /** Everything is typed by hand, as before; `busy`: the register asked to wait. */
  | { kind: 'unavailable'; why: 'busy' | 'silent' | 'broken' }
