import { describe, expect, it } from 'vitest'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { attendanceRows, confirmed, nextDate, sameSession } from './session-form.ts'
import { noLines } from './session-lines.ts'

const today = on('2026-03-12')
const held = (heldOn: string) => ({
  heldOn: on(heldOn),
  beginsAt: hour('09:00'),
  endsAt: hour('12:00'),
  quarters: 2,
  kind: 'interim' as const,
  mode: 'remote' as const,
  place: 'La mairie',
  lines: { ...noLines, blockers: ['Le local'] },
})
const around = { kind: 'individual' as const, endsOn: on('2026-06-30'), today }

describe('the next date', () => {
  const days = (...list: string[]) => list.map(heldOn => ({ heldOn: on(heldOn) }))
  it('comes as long after the last one as that one after the one before', () =>
    expect(nextDate(days('2026-03-10', '2026-02-17', '2026-01-20'), null)).toBe('2026-03-31'))
  it('is two weeks later when there is but one', () => expect(nextDate(days('2026-03-10'), null)).toBe('2026-03-24'))
  it('counts a day once', () =>
    expect(nextDate(days('2026-03-10', '2026-03-10', '2026-03-03'), null)).toBe('2026-03-17'))
  it('is not known without any', () => expect(nextDate([], null)).toBeNull())
  it('stays in the contract', () => {
    expect(nextDate(days('2026-03-10', '2026-03-03'), on('2026-03-17'))).toBe('2026-03-17')
    expect(nextDate(days('2026-03-10', '2026-03-03'), on('2026-03-16'))).toBeNull()
  })
})

describe('the last one once more', () => {
  it('has its kind, place, hours and length, and is planned when it is to come', () =>
    expect(sameSession({ ...around, held: [held('2026-03-10'), held('2026-03-03')] })).toMatchObject({
      status: 'planned',
      heldOn: '2026-03-17',
      beginsAt: '09:00',
      endsAt: '12:00',
      quarters: 2,
      kind: 'interim',
      mode: 'remote',
      place: 'La mairie',
    }))
  it('is held when its day has come', () =>
    expect(sameSession({ ...around, held: [held('2026-03-05'), held('2026-02-26')] })).toMatchObject({
      status: 'held',
      heldOn: '2026-03-12',
      lines: { blockers: ['Le local'] },
    }))
})

describe('a planned session that is confirmed', () => {
  const planned = { ...held('2026-03-11'), status: 'planned' as const, quarters: null, place: null, lines: noLines }
  it('keeps what was planned, and takes the rest from the last one', () =>
    expect(confirmed(planned, { ...around, held: [held('2026-03-01')] })).toMatchObject({
      status: 'held',
      heldOn: '2026-03-11',
      beginsAt: '09:00',
      kind: 'interim',
      quarters: 2,
      place: 'La mairie',
      lines: { blockers: ['Le local'] },
    }))
})

describe('who may be there', () => {
  const member = { accompanimentId: 'one', name: 'Le Fournil', organisationId: 'fournil', contactPersonId: 'anne' }
  const people = [{ id: 'anne', organisationId: 'fournil', name: 'Anne Petit', function: 'leader' }]
  const absent = { accompanimentId: 'one', status: 'absent' as const, personName: 'Paul Roux', role: null }

  it('is noted present, whoever was absent last time', () => {
    const [again] = attendanceRows([member], people, [absent], false)
    expect(again?.noted).toEqual([{ personName: 'Paul Roux', role: null, status: 'present' }])
    const [first] = attendanceRows([member], people, [], false)
    expect(first?.noted).toEqual([{ personName: 'Anne Petit', role: 'leader', status: 'present' }])
  })

  it('is as it was said, once the session is corrected', () => {
    const [row] = attendanceRows([member], people, [absent], true)
    expect(row?.noted).toEqual([{ personName: 'Paul Roux', role: null, status: 'absent' }])
  })
})
