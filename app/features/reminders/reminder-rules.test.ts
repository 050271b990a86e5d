import { describe, expect, it } from 'vitest'
import type { ReminderRule } from '#app/features/programmes/programme-definition.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { comingReminders, dueReminders, latestOfEach, type ReminderFacts, type WaveFacts } from './reminder-rules.ts'

const on = (written: string): Day => {
  const value = day(written)
  if (!value) throw new Error(`no such day: ${written}`)
  return value
}
const rules = dlaIndividuel.reminders
const quiet: ReminderFacts = {
  accompanimentId: 'case',
  historyUntil: null,
  requestedOn: null,
  intakeOn: null,
  diagnosticStartedOn: null,
  diagnosticId: null,
  diagnosticSentOn: null,
  diagnosticValidatedOn: null,
  followUps: [],
}
const wave = (changes: Partial<WaveFacts>): WaveFacts => ({
  id: 'wave',
  plannedOn: on('2026-03-02'),
  state: 'planned',
  writtenOn: null,
  historyUntil: null,
  ...changes,
})
const due = (facts: Partial<ReminderFacts>, today: string, known: readonly ReminderRule[] = rules) =>
  dueReminders({ ...quiet, ...facts }, known, on(today)).map(
    ({ rule, occurrence, dueOn, to }) => `${rule}.${occurrence} ${dueOn} ${to}`,
  )

describe('a request without a first meeting', () => {
  it('is recalled after five and ten business days', () => {
    // Monday 2 March 2026.
    expect(due({ requestedOn: on('2026-03-02') }, '2026-03-06')).toEqual([])
    expect(due({ requestedOn: on('2026-03-02') }, '2026-03-09')).toEqual(['R01.1 2026-03-09 practitioner'])
    expect(due({ requestedOn: on('2026-03-02') }, '2026-03-16')).toHaveLength(2)
  })

  it('is no longer recalled once the meeting was held', () => {
    expect(due({ requestedOn: on('2026-03-02'), intakeOn: on('2026-03-05') }, '2026-03-16')).toEqual([])
  })

  it('starts nothing when it was imported as history', () => {
    const requestedOn = on('2026-03-02')
    expect(due({ requestedOn, historyUntil: on('2026-03-02') }, '2026-03-16')).toEqual([])
    expect(due({ requestedOn, historyUntil: on('2026-03-01') }, '2026-03-16')).toHaveLength(2)
  })

  it('is left alone when it is months old', () => {
    expect(due({ requestedOn: on('2025-09-01') }, '2026-03-16')).toEqual([])
  })
})

describe('a diagnostic that waits for the organisation', () => {
  const sent = { diagnosticId: 'diagnostic', diagnosticSentOn: on('2026-03-02') }

  it('is recalled to the organisation after 7, 14 and 21 days', () => {
    expect(due(sent, '2026-03-23')).toEqual([
      'R04.1 2026-03-09 organisation',
      'R04.2 2026-03-16 organisation',
      'R04.3 2026-03-23 organisation',
    ])
  })

  it('is no longer recalled once validated', () => {
    expect(due({ ...sent, diagnosticValidatedOn: on('2026-03-10') }, '2026-03-23')).toEqual([])
  })
})

describe('a wave of follow-up', () => {
  const letters = (changes: Partial<WaveFacts>, today: string) =>
    due({ followUps: [wave(changes)] }, today).filter(line => line.endsWith('organisation'))

  it('is announced to the practitioner, then sent on its day', () => {
    expect(due({ followUps: [wave({})] }, '2026-02-16')).toEqual(['R20.1 2026-02-16 practitioner'])
    expect(letters({}, '2026-03-01')).toEqual([])
    expect(letters({}, '2026-03-02')).toEqual(['R20.2 2026-03-02 organisation'])
  })

  it('is recalled once, fourteen days after it really left', () => {
    expect(letters({ state: 'sent', writtenOn: on('2026-03-02') }, '2026-03-15')).toEqual([])
    expect(letters({ state: 'sent', writtenOn: on('2026-03-02') }, '2026-03-16')).toEqual([
      'R20.3 2026-03-16 organisation',
    ])
    expect(letters({ state: 'sent', writtenOn: on('2026-03-09') }, '2026-03-16')).toEqual([])
    expect(letters({ state: 'sent', writtenOn: on('2026-03-09') }, '2026-03-23')).toEqual([
      'R20.3 2026-03-23 organisation',
    ])
    expect(letters({ state: 'reminded', writtenOn: on('2026-03-02') }, '2026-04-20')).toEqual([])
  })

  it('is sent first and recalled later when the workers were away on its day', () => {
    expect(letters({}, '2026-03-20')).toEqual(['R20.2 2026-03-02 organisation'])
  })

  it('shows what will come', () => {
    const coming = comingReminders({ ...quiet, followUps: [wave({})] }, rules, on('2026-02-20'))
    expect(coming.map(({ dueOn, to }) => `${dueOn} ${to}`)).toEqual([
      '2026-03-02 organisation',
      '2026-03-16 organisation',
      '2026-04-01 practitioner',
    ])
  })
})

describe('after days without workers', () => {
  it('only the latest of the same reminders leaves', () => {
    const sent = { ...quiet, diagnosticId: 'diagnostic', diagnosticSentOn: on('2026-03-02') }
    const { sent: leaving, overtaken } = latestOfEach(dueReminders(sent, rules, on('2026-03-17')))
    expect(leaving.map(({ occurrence }) => occurrence)).toEqual([2])
    expect(overtaken.map(({ occurrence }) => occurrence)).toEqual([1])
  })
})
