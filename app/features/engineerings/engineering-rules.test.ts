import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { milestones } from './engineering.ts'
import {
  actionStatusAfter,
  type EngineeringDates,
  judgeEngineering,
  judgeSigning,
  type SessionSpan,
} from './engineering-rules.ts'

const today = on('2026-03-12')
const none: SessionSpan = { firstHeldOn: null, lastHeldOn: null, planned: 0 }
/** Sessions held from 5 February to 5 March. */
const held: SessionSpan = { firstHeldOn: on('2026-02-05'), lastHeldOn: on('2026-03-05'), planned: 0 }
const dates: EngineeringDates = {
  startsOn: on('2026-01-15'),
  endsOn: on('2026-06-30'),
  signedOn: on('2026-01-10'),
  deliveredOn: null,
  paidOn: null,
  lateReason: null,
}

type Row = [what: string, dates: Partial<EngineeringDates>, sessions: SessionSpan, outcome: string]

const rows: Row[] = [
  ['nothing agreed yet', { startsOn: null, endsOn: null, signedOn: null }, none, 'draft'],
  ['a signed contract', {}, none, 'signed'],
  ['one day long', { endsOn: on('2026-01-15') }, none, 'signed'],
  ['its end before its start', { endsOn: on('2026-01-14') }, none, 'ends-before-start on endsOn'],
  ['signed tomorrow', { signedOn: on('2026-03-13') }, none, 'signed-in-the-future on signedOn'],
  ['signed on the day of the first session', { signedOn: on('2026-02-05') }, held, 'signed'],
  ['signed after it', { signedOn: on('2026-02-06') }, held, 'signed-after-first-session on lateReason'],
  ['signed after it, with a reason', { signedOn: on('2026-02-06'), lateReason: 'Congés' }, held, 'signed'],
  ['begun after its first session', { startsOn: on('2026-02-06') }, held, 'sessions-outside-contract on startsOn'],
  ['ended before its last session', { endsOn: on('2026-03-04') }, held, 'sessions-outside-contract on endsOn'],
  ['delivered', { deliveredOn: on('2026-03-05') }, held, 'delivered'],
  [
    'delivered unsigned',
    { signedOn: null, deliveredOn: on('2026-03-05') },
    held,
    'delivered-without-signature on deliveredOn',
  ],
  [
    'delivered before its last session',
    { deliveredOn: on('2026-03-04') },
    held,
    'delivered-before-last-session on deliveredOn',
  ],
  ['delivered tomorrow', { deliveredOn: on('2026-03-13') }, held, 'delivered-in-the-future on deliveredOn'],
  [
    'delivered with a session to come',
    { deliveredOn: today },
    { ...held, planned: 1 },
    'sessions-still-planned on deliveredOn',
  ],
  ['paid', { paidOn: today }, held, 'paid'],
  ['paid before its last session', { paidOn: on('2026-03-04') }, held, 'paid-before-last-session on paidOn'],
  ['paid unsigned', { signedOn: null, paidOn: today }, held, 'paid-without-signature on paidOn'],
  ['paid tomorrow', { paidOn: on('2026-03-13') }, held, 'paid-in-the-future on paidOn'],
]

describe('the contract of an engineering', () => {
  for (const [what, part, sessions, outcome] of rows)
    it(`${what}: ${outcome}`, () => {
      const answer = judgeEngineering({ ...dates, ...part }, sessions, today)
      const { tag, field } = answer.ok ? { tag: answer.value, field: null } : answer.failure
      expect([tag, field].filter(Boolean).join(' on ')).toBe(outcome)
    })
})

describe('an engineering that moves on', () => {
  it('takes the actions that it carries out with it', () => {
    expect((['draft', 'signed', 'delivered', 'paid'] as const).map(actionStatusAfter)).toEqual([
      null,
      'in_progress',
      'done',
      'done',
    ])
  })

  it('tells each step of its contract once, on the day it happened', () => {
    const paid = { ...dates, paidOn: on('2026-03-05') }
    expect(milestones(null, { ...dates, signedOn: null })).toEqual([])
    expect(milestones(null, dates)).toEqual([{ name: 'engineering.signed', happenedOn: '2026-01-10' }])
    expect(milestones(dates, dates)).toEqual([])
    expect(milestones(dates, paid)).toEqual([{ name: 'engineering.paid', happenedOn: '2026-03-05' }])
    expect(milestones(paid, dates)).toEqual([])
  })
})

describe('signing', () => {
  const signed = { signedOn: on('2026-03-10'), unconsultedReason: null }
  const asked = { decidedOn: null, waiverReason: null }

  it('without a consultation nor a waiver asks for its reason, once', () => {
    const refused = { failure: { tag: 'signed-without-consultation', field: 'unconsultedReason' } }
    expect(judgeSigning(null, signed, null)).toMatchObject(refused)
    expect(judgeSigning({ signedOn: null }, signed, asked)).toMatchObject(refused)
    expect(judgeSigning(null, { ...signed, unconsultedReason: 'Sous le seuil.' }, null).ok).toBe(true)
    expect(judgeSigning({ signedOn: on('2026-02-01') }, signed, null).ok).toBe(true)
    expect(judgeSigning({ signedOn: null }, { ...signed, signedOn: null }, null).ok).toBe(true)
  })

  it('after a decision, or with a waiver, asks for nothing', () => {
    const before = { signedOn: null }
    expect(judgeSigning(before, signed, { ...asked, decidedOn: on('2026-03-01') }).ok).toBe(true)
    expect(judgeSigning(before, signed, { ...asked, waiverReason: 'Un seul cabinet.' }).ok).toBe(true)
  })
})
