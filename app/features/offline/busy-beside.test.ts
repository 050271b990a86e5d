import { describe, expect, it } from 'vitest'
import { besides } from '#app/features/sessions/elsewhere.ts'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { busyBeside } from './busy-beside.ts'
import type { TakenAlong } from './taken-along.ts'
import type { UnsentSession } from './unsent.ts'

const heldOn = on('2026-03-12')
const hours = (from: string, to = '') => ({ heldOn, beginsAt: hour(from), endsAt: hour(to) })
const current: Parameters<typeof busyBeside>[0] = { id: 'current', operator: 'dla', sessionId: null, recordedAs: null }

const written = (id: string, from: string, to: string, more: Partial<UnsentSession> = {}): UnsentSession => ({
  id,
  person: 'her',
  operator: 'dla',
  engineeringId: 'mission',
  title: 'Mission',
  sessionId: null,
  fields: [
    ['status', 'held'],
    ['heldOn', heldOn],
    ['beginsAt', from],
    ['endsAt', to],
  ],
  writtenAt: '2026-03-12T11:00:00Z',
  state: 'waiting',
  photos: [],
  signatures: [],
  recordedAs: null,
  reply: null,
  ...more,
})

const taken: TakenAlong = {
  person: 'her',
  missions: [],
  busy: [
    { id: 'planned', slug: 'dla', operator: 'DLA', ...hours('09:00', '11:00') },
    { id: 'other', slug: 'incubateur', operator: 'Incubateur', ...hours('14:00', '15:00') },
  ],
}

const metBy = (unsent: UnsentSession[], from: string, to: string, asked = current) => {
  const { own, elsewhere } = busyBeside(asked, taken, unsent)
  const typed = hours(from, to)
  return [besides(typed, own), besides(typed, elsewhere)].map(
    ({ isSameHour, sessions }) => isSameHour && sessions.map(({ operator, beginsAt }) => `${operator} ${beginsAt}`),
  )
}

describe('a session written on a device meets', () => {
  it('one that the server had, of the same operator or of another', () => {
    expect(metBy([], '10:00', '12:00')).toEqual([['DLA 09:00'], false])
    expect(metBy([], '13:00', '16:00')).toEqual([false, ['Incubateur 14:00']])
    expect(metBy([], '11:00', '14:00')).toEqual([false, false])
  })

  it('one that waits on the device', () => {
    expect(metBy([written('waits', '16:00', '18:00')], '17:00', '19:00')).toEqual([['dla 16:00'], false])
    expect(metBy([written('refused', '16:00', '18:00', { state: 'refused' })], '17:00', '19:00')[0]).toBeTruthy()
  })

  it('each day of a series that waits on the device', () => {
    const { fields } = written('series', '16:00', '18:00')
    const every: UnsentSession['fields'] = [
      ['everyWeeks', '2'],
      ['times', '3'],
    ]
    const series = written('series', '', '', { fields: [['status', 'planned'], ...fields.slice(1), ...every] })
    const { own } = busyBeside(current, taken, [series])
    expect(own.slice(1).map(one => `${one.heldOn} ${one.beginsAt}`)).toEqual([
      '2026-03-12 16:00',
      '2026-03-26 16:00',
      '2026-04-09 16:00',
    ])
  })

  it('neither itself, nor what was called off, never saved, or no longer leaves', () => {
    const { fields } = written('off', '16:00', '18:00')
    const calledOff = written('off', '', '', { fields: [['status', 'cancelled'], ...fields.slice(1)] })
    const others = [
      written('current', '16:00', '18:00'),
      written('typing', '16:00', '18:00', { state: 'typing' }),
      written('closed', '16:00', '18:00', { state: 'closed' }),
    ]
    expect(metBy([...others, calledOff], '17:00', '19:00')).toEqual([false, false])
  })

  it('the planned session as it is written here, and no longer as the server has it', () => {
    expect(metBy([], '10:00', '12:00', { ...current, sessionId: 'planned' })).toEqual([false, false])
    const moved = written('moved', '16:00', '17:00', { sessionId: 'planned' })
    expect(metBy([moved], '10:00', '12:00')).toEqual([false, false])
    expect(metBy([moved], '16:30', '17:30')).toEqual([['dla 16:00'], false])
  })

  it('once only, when the server has it and its photos still wait', () => {
    const recorded = written('recorded', '09:00', '11:00', { recordedAs: 'planned' })
    expect(metBy([recorded], '10:00', '12:00')).toEqual([['dla 09:00'], false])
  })

  it('nothing in a copy that an earlier version kept', () => {
    expect(busyBeside(current, { person: 'her', missions: [] }, [])).toEqual({ own: [], elsewhere: [] })
  })
})
