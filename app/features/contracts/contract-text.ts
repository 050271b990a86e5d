import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { withRate } from '#app/kernel/cents.ts'
import { type Clauses, clauseNames, type MissingPart } from './clauses.ts'
import type { Amendment, Deliverable } from './contract.ts'

/** Who signs for each party, as they name themselves; left blank, a line is kept for it. */
export const signatories = ['operatorSignatory', 'organisationSignatory', 'providerSignatory'] as const
export type Signatory = (typeof signatories)[number]

export type ContractText = Clauses &
  Record<Signatory, string | null> & {
    object: string | null
    vatBasisPoints: number | null
    /** 0 while nothing is stored: what is shown is the first text. */
    version: number
  }

export type Party = { name: string; siret: string | null }

export type WrittenContract = {
  operator: string
  engineering: Engineering
  organisations: Party[]
  provider: Party | null
  text: ContractText
  deliverables: Deliverable[]
  amendments: Amendment[]
}

/** What a contract cannot be signed without, and does not say yet. */
export function missingParts(contract: WrittenContract): MissingPart[] {
  const { engineering, organisations, provider, text, deliverables } = contract
  const checks: [MissingPart, boolean][] = [
    ['organisation', organisations.length === 0],
    ['provider', provider === null],
    ['days', !engineering.orderedQuarters],
    ['amount', engineering.amountCents === null],
    ['dates', !(engineering.startsOn && engineering.endsOn)],
    ['deliverables', deliverables.length === 0],
    ...(text.version === 0
      ? [['text', true] satisfies [MissingPart, boolean]]
      : [
          ['vat', text.vatBasisPoints === null] satisfies [MissingPart, boolean],
          ['object', !text.object] satisfies [MissingPart, boolean],
          ...clauseNames.map(name => [name, !text[name]] satisfies [MissingPart, boolean]),
        ]),
  ]
  return checks.flatMap(([part, isMissing]) => (isMissing ? [part] : []))
}

/** The price with VAT, to the cent; null while the price or the rate is not known. */
export const priceWithVat = (amountCents: number | null, { vatBasisPoints }: Pick<ContractText, 'vatBasisPoints'>) =>
  amountCents === null || vatBasisPoints === null ? null : withRate(amountCents, vatBasisPoints)

/** The text by field of its form: for its history, and for the one who lost a race. */
export function contractTextValues(text: Omit<ContractText, 'version'>): Record<string, string | number | null> {
  return {
    ...Object.fromEntries([...signatories, 'object' as const, ...clauseNames].map(name => [name, text[name]])),
    vat: text.vatBasisPoints === null ? null : text.vatBasisPoints / 100,
  }
}
