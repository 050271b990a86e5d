import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import { amend, judgeContractEdit, judgeInvoice, originalTerms, settledOn, type Terms } from './contract-rules.ts'

const on = (text: string): Day => {
  const value = day(text)
  if (!value) throw new Error(text)
  return value
}
const today = on('2026-03-12')
const contract = { quarters: 16, cents: 420_050, endsOn: on('2026-06-30') }
const standing = {
  signedOn: on('2026-01-10'),
  startsOn: on('2026-01-15'),
  heldQuarters: 6,
  lastHeldOn: on('2026-03-01'),
  invoicedQuarters: 4,
  invoicedCents: 105_000,
}
const draft = { signedOn: on('2026-03-02'), quartersAdded: 0, centsAdded: 0, endsOn: null }

describe('an amendment', () => {
  it('adds days, money, or another end', () => {
    const change = { ...draft, quartersAdded: 3, centsAdded: -50, endsOn: on('2026-09-30') }
    expect(amend(contract, change, standing, today)).toEqual({
      ok: true,
      value: { quarters: 19, cents: 420_000, endsOn: '2026-09-30' },
    })
  })

  it.each([
    ['contract-unsigned', {}, { signedOn: null }, {}],
    ['amendment-empty', {}, {}, {}],
    ['amendment-empty', { endsOn: contract.endsOn }, {}, {}],
    ['day-to-come', { quartersAdded: 1, signedOn: addDays(today, 1) }, {}, {}],
    ['amendment-before-contract', { quartersAdded: 1, signedOn: on('2026-01-09') }, {}, {}],
    ['days-unknown', { quartersAdded: 1 }, {}, { quarters: null }],
    ['amount-unknown', { centsAdded: 1 }, {}, { cents: null }],
    ['amendment-under-held', { quartersAdded: -11 }, {}, {}],
    ['amendment-under-invoiced', { centsAdded: -400_000 }, {}, {}],
    ['ends-before-start', { endsOn: on('2026-01-14') }, {}, {}],
    ['sessions-outside-contract', { endsOn: on('2026-02-28') }, {}, {}],
  ])('does not stand: %s', (tag, change, facts, terms) => {
    const judged = amend({ ...contract, ...terms }, { ...draft, ...change }, { ...standing, ...facts }, today)
    expect(judged).toMatchObject({ failure: { tag } })
  })

  it('never drifts: whatever was signed, the contract less its amendments is the first one, to the cent', () => {
    const change = fc.record({
      quartersAdded: fc.integer({ min: -60, max: 60 }),
      centsAdded: fc.integer({ min: -5_000_000, max: 5_000_000 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 90_000_000 }),
        fc.array(change, { maxLength: 40 }),
        (quarters, cents, changes) => {
          const first: Terms = { quarters, cents, endsOn: null }
          let now = first
          const signed: typeof changes = []
          for (const added of changes) {
            const judged = amend(now, { ...draft, ...added }, { ...standing, lastHeldOn: null }, today)
            if (!judged.ok) continue
            now = judged.value
            signed.push(added)
          }
          expect(originalTerms(now, signed)).toEqual({ quarters, cents })
        },
      ),
    )
  })
})

const deliverable = { title: 'Plan', dueOn: on('2026-02-15'), state: 'accepted' as const }
const billing = {
  signedOn: standing.signedOn,
  orderedQuarters: 16,
  amountCents: 420_050,
  heldQuarters: 8,
  invoices: [{ quarters: 4, amountCents: 105_000 }],
  deliverables: [deliverable],
}
const bill = { receivedOn: on('2026-03-10'), quarters: 4, amountCents: 105_000 }

describe('an invoice', () => {
  it('stands against days held, once what was due is accepted', () => {
    expect(judgeInvoice(billing, bill, today)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['contract-unsigned', { signedOn: null }, {}],
    ['day-to-come', {}, { receivedOn: addDays(today, 1) }],
    ['invoice-over-held', {}, { quarters: 5 }],
    ['invoice-over-amount', {}, { amountCents: 315_051 }],
    ['deliverable-not-accepted', { deliverables: [{ ...deliverable, state: 'submitted' as const }] }, {}],
    // The one that ends the contract waits for all of them, whatever the day they are due.
    [
      'deliverable-not-accepted',
      { deliverables: [{ ...deliverable, dueOn: null, state: 'expected' as const }] },
      { amountCents: 315_050 },
    ],
  ])('does not: %s', (tag, facts, change) => {
    expect(judgeInvoice({ ...billing, ...facts }, { ...bill, ...change }, today)).toMatchObject({ failure: { tag } })
  })

  it('is not held back by a deliverable that is due later', () => {
    const later = { ...deliverable, dueOn: on('2026-05-01'), state: 'expected' as const }
    expect(judgeInvoice({ ...billing, deliverables: [later] }, bill, today).ok).toBe(true)
  })

  it('never brings the sum above the days held', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.array(fc.integer({ min: 0, max: 20 })), (held, asked) => {
        const invoices: { quarters: number; amountCents: number }[] = []
        for (const quarters of asked) {
          const open = { ...billing, amountCents: null, orderedQuarters: null, heldQuarters: held, invoices }
          if (judgeInvoice(open, { ...bill, quarters }, today).ok) invoices.push({ quarters, amountCents: 1 })
        }
        expect(invoices.reduce((sum, { quarters }) => sum + quarters, 0)).toBeLessThanOrEqual(held)
      }),
    )
  })

  it('pays the contract when all of them are paid and their sum is its amount', () => {
    const paid = (amountCents: number, paidOn: Day | null) => ({ amountCents, paidOn })
    expect(settledOn(300, [paid(100, on('2026-02-01')), paid(200, on('2026-03-01'))])).toBe('2026-03-01')
    expect(settledOn(300, [paid(100, on('2026-02-01')), paid(200, null)])).toBeNull()
    expect(settledOn(300, [paid(100, on('2026-02-01'))])).toBeNull()
    expect(settledOn(null, [paid(100, on('2026-02-01'))])).toBeNull()
  })
})

describe('the edit of a contract', () => {
  const edited = {
    signedOn: on('2026-01-10'),
    endsOn: on('2026-06-30'),
    deliveredOn: null,
    orderedQuarters: 16,
    amountCents: 420_050,
  }
  const known = { amendments: [{}], deliverables: [{ state: 'expected' as const }], invoices: billing.invoices }

  it('leaves what rests on it as it is', () => {
    expect(judgeContractEdit(edited, edited, known)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['contract-amended', { orderedQuarters: 17 }, known],
    ['contract-amended', { amountCents: 420_051 }, known],
    ['contract-amended', { endsOn: null }, known],
    ['contract-unsigned', { signedOn: null }, known],
    ['amendment-under-invoiced', { amountCents: 104_999 }, { ...known, amendments: [] }],
    ['deliverables-missing', { deliveredOn: today }, known],
  ])('does not: %s', (tag, change, facts) => {
    expect(judgeContractEdit(edited, { ...edited, ...change }, facts)).toMatchObject({ failure: { tag } })
  })
})
