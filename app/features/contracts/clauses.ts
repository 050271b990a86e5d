/** What every contract of an operator says alike: contents of domain §13.8, in the order in which they are read. */
export const clauseNames = [
  'payment',
  'ownership',
  'sharing',
  'confidentiality',
  'personalData',
  'termination',
] as const
export type ClauseName = (typeof clauseNames)[number]
export type Clauses = Record<ClauseName, string | null>

/** What a contract may still need. */
export type MissingPart =
  | 'text'
  | 'organisation'
  | 'provider'
  | 'days'
  | 'amount'
  | 'vat'
  | 'dates'
  | 'deliverables'
  | 'object'
  | ClauseName
