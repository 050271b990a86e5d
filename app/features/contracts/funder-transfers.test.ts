import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { judgeTransfer, transferDues } from './funder-transfers.ts'

const today = on('2026-03-12')
const funders = [
  { agreementId: 'a', label: 'Région', weight: 60 },
  { agreementId: 'b', label: 'Emploi', weight: 40 },
]
const paid = (agreementId: string, amountCents: number, label = agreementId) => ({ agreementId, label, amountCents })

describe('what funders have paid of a contract', () => {
  it('is set against the part of each, and one that left the key stays in sight', () => {
    expect(transferDues(100_001, funders, [paid('a', 60_000), paid('c', 500, 'Ville'), paid('a', 1)])).toEqual([
      { agreementId: 'a', label: 'Région', due: 60_001, received: 60_001, left: 0 },
      { agreementId: 'b', label: 'Emploi', due: 40_000, received: 0, left: 40_000 },
      { agreementId: 'c', label: 'Ville', due: 0, received: 500, left: -500 },
    ])
    expect(transferDues(null, funders, [])[0]).toMatchObject({ due: null, left: null })
    expect(transferDues(100, [], [])).toEqual([])
  })

  it('sums to the contract, to the cent, whatever the key and the transfers', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.array(cents, { maxLength: 4 })), { minLength: 1 }),
        (whole, lines) => {
          const payers = lines.map(([weight], index) => ({ agreementId: `${index}`, label: `${index}`, weight }))
          const transfers = lines.flatMap(([, amounts], index) => amounts.map(amount => paid(`${index}`, amount)))
          const rows = transferDues(whole, payers, transfers)
          const sum = (of: (row: (typeof rows)[number]) => number | null) =>
            rows.reduce((total, row) => total + (of(row) ?? 0), 0)
          expect(sum(row => row.due)).toBe(whole)
          expect(sum(row => row.left)).toBe(
            whole - transfers.reduce((total, { amountCents }) => total + amountCents, 0),
          )
        },
      ),
    )
  })

  it('never goes beyond what is due without a reason, nor comes from the future', () => {
    const draft = { paidOn: today, amountCents: 101, overReason: null }
    expect(judgeTransfer({ left: 101 }, draft, today)).toEqual({ ok: true, value: { overReason: null } })
    expect(judgeTransfer({ left: 100 }, draft, today)).toMatchObject({
      failure: { tag: 'transfer-above-due', field: 'overReason', params: { left: 1 } },
    })
    expect(judgeTransfer({ left: null }, draft, today).ok).toBe(false)
    expect(judgeTransfer({ left: 100 }, { ...draft, overReason: 'Avance.' }, today)).toMatchObject({
      value: { overReason: 'Avance.' },
    })
    // A reason that nothing asks for is not kept: it would say that there was too much.
    expect(judgeTransfer({ left: 101 }, { ...draft, overReason: 'Avance.' }, today)).toMatchObject({
      value: { overReason: null },
    })
    expect(judgeTransfer({ left: 101 }, { ...draft, paidOn: on('2026-03-13') }, today)).toMatchObject({
      failure: { tag: 'day-to-come', field: 'paidOn' },
    })
  })
})
