import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import { shippedRule } from '#db/seed/programmes/reminder-catalogue.ts'
import { type ReminderRule, reminderRule } from './reminder-rule.ts'
import {
  anchorWindow,
  dueOnly,
  latestOfEach,
  leavesOn,
  plannedReminders,
  remindersOf,
  type Subject,
  type WaveFacts,
} from './reminder-rules.ts'

const on = (written: string): Day => {
  const value = day(written)
  if (!value) throw new Error(`no such day: ${written}`)
  return value
}
const about = (anchor: string, wave: WaveFacts | null = null): Subject => ({
  subjectId: 'subject',
  accompanimentId: 'case',
  programmeId: 'programme',
  engineeringId: null,
  consultantId: null,
  name: null,
  anchor: on(anchor),
  wave,
  partnerAskedOn: null,
})
const due = (rule: ReminderRule, subject: Subject, today: string) =>
  dueOnly(remindersOf(rule, subject, on(today)), on(today)).map(
    ({ rule: code, occurrence, dueOn, to }) => `${code}.${occurrence} ${dueOn} ${to}`,
  )

describe('a referral without an answer', () => {
  const R35 = shippedRule('R35')

  it('is recalled to whoever sent it alone, when nobody there can be written to', () => {
    expect(due(R35, about('2026-03-02'), '2026-03-31')).toEqual([
      'R35.1 2026-03-09 practitioner',
      'R35.2 2026-03-16 practitioner',
    ])
  })

  it('is recalled to its partner after as many days, from the day on which it was asked', () => {
    const asked = (askedOn: string) => ({ ...about('2026-03-02'), partnerAskedOn: on(askedOn) })
    const partner = (askedOn: string) => due(R35, asked(askedOn), '2026-03-31').filter(line => line.endsWith('partner'))
    expect(partner('2026-03-02')).toEqual(['R35.3 2026-03-09 partner', 'R35.4 2026-03-16 partner'])
    expect(partner('2026-03-12')).toEqual(['R35.3 2026-03-19 partner', 'R35.4 2026-03-26 partner'])
  })
})

describe('a request without a first meeting', () => {
  it('is recalled after five and ten business days, then told to a manager', () => {
    // Monday 2 March 2026.
    expect(due(shippedRule('R01'), about('2026-03-02'), '2026-03-06')).toEqual([])
    expect(due(shippedRule('R01'), about('2026-03-02'), '2026-03-09')).toEqual(['R01.1 2026-03-09 practitioner'])
    expect(due(shippedRule('R01'), about('2026-03-02'), '2026-03-30')).toEqual([
      'R01.1 2026-03-09 practitioner',
      'R01.2 2026-03-16 practitioner',
      'R01.9 2026-03-30 manager',
    ])
  })

  it('waits until the break is over', () => {
    expect(due(shippedRule('R01'), about('2026-07-31'), '2026-08-26')).toEqual([])
    expect(due(shippedRule('R01'), about('2026-07-31'), '2026-08-27')).toEqual(['R01.1 2026-08-27 practitioner'])
  })

  it('is left alone when it is months old, or the rule is off', () => {
    expect(due(shippedRule('R01'), about('2025-09-01'), '2026-03-16')).toEqual([])
    expect(due({ ...shippedRule('R01'), off: true }, about('2026-03-02'), '2026-03-16')).toEqual([])
  })
})

it('business days before an anchor skip the break too', () => {
  // Ten business days before Friday 8 January 2027: the break runs from 24 December to the 2nd.
  expect(due(shippedRule('R06'), about('2027-01-08'), '2026-12-15')).toEqual([])
  expect(due(shippedRule('R06'), about('2027-01-08'), '2026-12-16')).toEqual(['R06.1 2026-12-16 practitioner'])
})

it('no anchor that may have something due escapes the window', () => {
  const today = on('2026-08-25')
  for (const rule of [shippedRule('R01'), shippedRule('R06'), shippedRule('R14'), shippedRule('R24')]) {
    const window = anchorWindow([rule], addDays(today, -60), addDays(today, 30))
    for (let anchor = on('2025-01-01'); anchor < on('2027-06-01'); anchor = addDays(anchor, 1)) {
      const days = remindersOf(rule, about(anchor), today).map(({ dueOn }) => dueOn)
      if (days.some(found => found >= addDays(today, -60) && found <= addDays(today, 30)))
        expect(anchor >= window.from && anchor <= window.to, `${rule.rule} ${anchor}`).toBe(true)
    }
  }
})

describe('a wave of follow-up', () => {
  const wave = (state: WaveFacts['state'] = 'planned', writtenOn: string | null = null): WaveFacts => ({
    state,
    writtenOn: writtenOn ? on(writtenOn) : null,
  })
  const letters = (facts: WaveFacts, today: string, code: 'R19' | 'R20' = 'R20') =>
    due(shippedRule(code), about('2026-03-02', facts), today).filter(line => line.endsWith('organisation'))

  it('is announced to the practitioner, then sent on its day', () => {
    expect(due(shippedRule('R20'), about('2026-03-02', wave()), '2026-02-16')).toEqual([
      'R20.1 2026-02-16 practitioner',
    ])
    expect(letters(wave(), '2026-03-01')).toEqual([])
    expect(letters(wave(), '2026-03-02')).toEqual(['R20.2 2026-03-02 organisation'])
  })

  it('is recalled once, fourteen days after it really left', () => {
    expect(letters(wave('sent', '2026-03-02'), '2026-03-15')).toEqual([])
    expect(letters(wave('sent', '2026-03-02'), '2026-03-16')).toEqual(['R20.3 2026-03-16 organisation'])
    expect(letters(wave('sent', '2026-03-09'), '2026-03-16')).toEqual([])
    expect(letters(wave('sent', '2026-03-09'), '2026-03-23')).toEqual(['R20.3 2026-03-23 organisation'])
    expect(letters(wave('reminded', '2026-03-02'), '2026-04-20')).toEqual([])
  })

  it('that asks about satisfaction is recalled twice', () => {
    expect(letters(wave('sent', '2026-03-02'), '2026-03-09', 'R19')).toEqual(['R19.2 2026-03-09 organisation'])
    expect(letters(wave('reminded', '2026-03-02'), '2026-03-23', 'R19')).toEqual(['R19.3 2026-03-23 organisation'])
  })

  it('is sent first and recalled later when the workers were away on its day', () => {
    expect(letters(wave(), '2026-03-20')).toEqual(['R20.2 2026-03-02 organisation'])
  })

  it('shows what will come, the recall counted from the day on which the letter can leave', () => {
    // Sunday the 1st: the letter leaves on Monday.
    const today = on('2026-02-20')
    const all = remindersOf(shippedRule('R20'), about('2026-03-01', wave()), today)
    const planned = plannedReminders(all, { today, until: on('2026-04-30') })
    expect(planned.map(({ dueOn, to, channel }) => `${dueOn} ${to} ${leavesOn(dueOn, channel)}`)).toEqual([
      '2026-02-20 practitioner 2026-02-20',
      '2026-03-01 organisation 2026-03-02',
      '2026-03-16 organisation 2026-03-16',
      '2026-03-31 practitioner 2026-03-31',
    ])
  })
})

describe('after days without workers', () => {
  it('only the latest of the same reminders leaves', () => {
    const all = remindersOf(shippedRule('R04'), about('2026-03-02'), on('2026-03-17'))
    const { sent, overtaken } = latestOfEach(dueOnly(all, on('2026-03-17')))
    expect(sent.map(({ occurrence }) => occurrence)).toEqual([2])
    expect(overtaken.map(({ occurrence }) => occurrence)).toEqual([1])
  })
})

describe('a rule that does not hold together is refused', () => {
  const written = shippedRule('R24')
  it.each([
    ['a stop of another trigger', { ...written, stop: 'intake_held' }],
    [
      'a practitioner where there is no case',
      { ...written, occurrences: [{ days: 1, business: false, to: 'practitioner' }] },
    ],
    ['a partner where nobody was referred', { ...written, occurrences: [{ days: 1, business: false, to: 'partner' }] }],
    [
      'the product for who does not sign in',
      { ...written, occurrences: [{ days: 1, business: false, to: 'provider', channel: 'product' }] },
    ],
  ])('%s', (_why, rule) => {
    expect(reminderRule.safeParse(written).success).toBe(true)
    expect(reminderRule.safeParse(rule).success).toBe(false)
  })
})
