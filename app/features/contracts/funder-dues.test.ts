import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { type FunderDue, funderDues } from './funder-dues.ts'

const paidOn = on('2026-03-12')
const total = (rows: readonly FunderDue[], of: (row: FunderDue) => number | null) =>
  rows.reduce((sum, row) => sum + (of(row) ?? 0), 0)

describe('what each funder owes of a contract', () => {
  it('follows the key, invoice after invoice', () => {
    const invoices = [
      { amountCents: 100_000, paidOn },
      { amountCents: 50_001, paidOn: null },
    ]
    const funders = [
      { label: 'Région', weight: 60 },
      { label: 'Emploi', weight: 40 },
    ]
    expect(funderDues(420_050, invoices, funders)).toEqual([
      { label: 'Région', part: 252_030, invoiced: 90_001, paid: 60_000, owed: 30_001, coming: 162_029 },
      { label: 'Emploi', part: 168_020, invoiced: 60_000, paid: 40_000, owed: 20_000, coming: 108_020 },
    ])
    expect(funderDues(null, [], funders)[0]).toMatchObject({ part: null, coming: null, owed: 0 })
    expect(funderDues(100, invoices, [])).toEqual([])
  })

  it('sums to the contract, to the cent, and to nothing once all is paid', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 })
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.boolean()), { maxLength: 12 }), weights, (bills, keys) => {
        const invoices = bills.map(([amountCents, isPaid]) => ({ amountCents, paidOn: isPaid ? paidOn : null }))
        const whole = bills.reduce((sum, [amount]) => sum + amount, 0)
        const paid = bills.reduce((sum, [amount, isPaid]) => sum + (isPaid ? amount : 0), 0)
        const funders = keys.map((weight, index) => ({ label: String(index), weight }))
        const rows = funderDues(whole, invoices, funders)
        expect(total(rows, row => row.part)).toBe(whole)
        expect(total(rows, row => row.paid)).toBe(paid)
        expect(total(rows, row => row.owed)).toBe(whole - paid)
        // Invoiced to its end: nothing is to come for anybody.
        for (const row of rows) expect(row.coming).toBe(0)
        const settled = funderDues(
          whole,
          invoices.map(invoice => ({ ...invoice, paidOn })),
          funders,
        )
        for (const row of settled) expect([row.owed, row.paid]).toEqual([0, row.part])
      }),
    )
  })
})
