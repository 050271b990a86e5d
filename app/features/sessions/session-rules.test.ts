import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { type Contract, dayBudget, type SessionDraft } from './session-rules.ts'

const today = on('2026-03-12')
/** Four days from 15 January to 30 June, signed on the 10th. */
const contract: Contract = {
  signedOn: on('2026-01-10'),
  startsOn: on('2026-01-15'),
  endsOn: on('2026-06-30'),
  paidOn: null,
  cancelled: false,
  orderedQuarters: 16,
}
/** One day, held today. */
const draft: SessionDraft = { status: 'held', heldOn: today, quarters: 4, reason: null }

type Row = [
  what: string,
  contract: Partial<Contract>,
  alreadyHeld: number,
  draft: Partial<SessionDraft>,
  outcome: string,
]

const rows: Row[] = [
  ['a day of the four', {}, 0, {}, 'left 12'],
  ['the last day', {}, 12, {}, 'left 0, low'],
  ['a quarter of a day', {}, 0, { quarters: 1 }, 'left 15'],
  ['eight days', { orderedQuarters: 40 }, 0, { quarters: 32 }, 'left 8, low'],
  ['nine days', { orderedQuarters: 40 }, 0, { quarters: 36 }, 'session-too-long on days'],
  ['a quarter more than eight', { orderedQuarters: 40 }, 0, { quarters: 33 }, 'session-too-long on days'],
  ['no day', {}, 0, { quarters: 0 }, 'session-without-days on days'],
  ['no day, as planned', {}, 0, { quarters: 0, status: 'planned' }, 'session-without-days on days'],
  ['days that nobody typed', {}, 0, { quarters: null }, 'session-without-days on days'],
  ['tomorrow, as held', {}, 0, { heldOn: on('2026-03-13') }, 'session-in-the-future on heldOn'],
  ['tomorrow, as planned', {}, 0, { heldOn: on('2026-03-13'), status: 'planned' }, 'left 16'],
  ['planned beyond the order: counted once held', {}, 16, { status: 'planned' }, 'left 0'],
  ['the first day of the contract', {}, 0, { heldOn: on('2026-01-15') }, 'left 12'],
  ['the eve of the contract', {}, 0, { heldOn: on('2026-01-14') }, 'session-outside-contract on heldOn'],
  [
    'planned after the contract',
    {},
    0,
    { heldOn: on('2026-07-01'), status: 'planned' },
    'session-outside-contract on heldOn',
  ],
  ['planned on its last day', {}, 0, { heldOn: on('2026-06-30'), status: 'planned' }, 'left 16'],
  ['no dates agreed', { startsOn: null, endsOn: null }, 0, { heldOn: on('2026-01-12') }, 'left 12'],
  ['beyond the order', {}, 14, {}, 'days-over-order on overrunReason'],
  ['a quarter of a day beyond the order', {}, 13, {}, 'days-over-order on overrunReason'],
  ['beyond the order, with a reason', {}, 14, { reason: 'Demandé par le bureau' }, 'left -2'],
  ['no order agreed', { orderedQuarters: null }, 100, {}, 'left unknown'],
  ['not signed', { signedOn: null }, 0, {}, 'session-before-signature on overrunReason'],
  ['signed on that very day', { signedOn: today }, 0, {}, 'left 12'],
  ['signed the day after', { signedOn: on('2026-03-13') }, 0, {}, 'session-before-signature on overrunReason'],
  ['not signed, with a reason', { signedOn: null }, 0, { reason: 'Urgence' }, 'left 12'],
  ['planned before the signature', { signedOn: null }, 0, { status: 'planned' }, 'left 16'],
  ['below 80 %', {}, 8, {}, 'left 4'],
  ['past 80 %', {}, 12, { quarters: 1 }, 'left 3, low'],
  ['past 80 % already: said once', {}, 13, { quarters: 1 }, 'left 2'],
  ['after the payment', { paidOn: on('2026-03-11') }, 0, {}, 'session-after-payment on heldOn'],
  ['on the day of the payment', { paidOn: today }, 0, {}, 'left 12'],
  ['cancelled, whatever its date', {}, 4, { status: 'cancelled', heldOn: on('2026-12-01') }, 'left 12'],
  ['a cancelled engineering', { cancelled: true }, 0, {}, 'engineering-cancelled'],
  ['a session called off in it', { cancelled: true }, 0, { status: 'cancelled' }, 'left 16'],
]

describe('the days of an engineering', () => {
  for (const [what, part, alreadyHeld, typed, outcome] of rows)
    it(`${what}: ${outcome}`, () => {
      const answer = dayBudget({ ...contract, ...part }, alreadyHeld, { ...draft, ...typed }, today)
      const said = answer.ok
        ? `left ${answer.value.leftQuarters ?? 'unknown'}${answer.value.low ? ', low' : ''}`
        : [answer.failure.tag, answer.failure.field].filter(Boolean).join(' on ')
      expect(said).toBe(outcome)
    })

  it('names the order and what it comes to, in days', () => {
    expect(dayBudget(contract, 14, draft, today)).toMatchObject({ failure: { params: { ordered: 4, held: 4.5 } } })
  })
})
