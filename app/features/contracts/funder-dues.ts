import { splitByKey } from '#app/kernel/cents.ts'
import type { Invoice } from './contract.ts'

/** What an agreement pays of a contract, in cents; `part` and `coming` are null while the contract has no amount. */
export type FunderDue = {
  label: string
  part: number | null
  invoiced: number
  paid: number
  owed: number
  coming: number | null
}

/**
 * What each agreement still owes, by the key of the contract. The key is applied to running totals and not to each
 * invoice, so that roundings never add up: the columns sum to the contract's own, and a contract that is paid to its end
 * leaves each agreement with its part exactly. Meanwhile a cent may wait for the next invoice.
 */
export function funderDues(
  contractCents: number | null,
  invoices: readonly Pick<Invoice, 'amountCents' | 'paidOn'>[],
  funders: readonly { label: string; weight: number }[],
): FunderDue[] {
  if (funders.length === 0) return []
  const weights = funders.map(({ weight }) => weight)
  const sum = (rows: typeof invoices) => rows.reduce((total, { amountCents }) => total + amountCents, 0)
  const parts = contractCents === null ? null : splitByKey(contractCents, weights)
  const invoiced = splitByKey(sum(invoices), weights)
  const paid = splitByKey(sum(invoices.filter(({ paidOn }) => paidOn !== null)), weights)
  return funders.map(({ label }, index) => {
    const [part, billed, settled] = [parts?.[index] ?? null, invoiced[index] ?? 0, paid[index] ?? 0]
    const coming = part === null ? null : part - billed
    return { label, part, invoiced: billed, paid: settled, owed: billed - settled, coming }
  })
}
