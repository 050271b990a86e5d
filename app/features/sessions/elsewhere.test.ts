import { describe, expect, it } from 'vitest'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { atOnce, besides, besidesEach } from './elsewhere.ts'

const at = (heldOn: string, from = '', to = '') => ({ heldOn: on(heldOn), beginsAt: hour(from), endsAt: hour(to) })
const elsewhere = [
  { ...at('2026-03-12', '09:00', '11:00'), operator: 'Incubateur' },
  { ...at('2026-03-13'), operator: 'Incubateur' },
]

describe('a session beside those that she has elsewhere', () => {
  it.each([
    ['at that hour', at('2026-03-12', '10:00', '12:00'), true, 1],
    ['as the other ends', at('2026-03-12', '11:00', '12:00'), false, 0],
    ['that day, its hour unknown', at('2026-03-12'), false, 1],
    ['that day, the other’s hour unknown', at('2026-03-13', '10:00', '12:00'), false, 1],
    ['another day', at('2026-03-14', '10:00', '12:00'), false, 0],
  ])('%s', (_when, typed, isSameHour, count) => {
    const found = besides(typed, elsewhere)
    expect([found.isSameHour, found.sessions.length]).toEqual([isSameHour, count])
  })

  it('whose day is not chosen meets none', () => {
    expect(besides({ heldOn: null, beginsAt: null, endsAt: null }, elsewhere).sessions).toEqual([])
  })
})

describe('a series beside those that she has elsewhere', () => {
  const days = [on('2026-03-05'), on('2026-03-12'), on('2026-03-13')]
  const { beginsAt, endsAt } = at('2026-03-05', '10:00', '12:00')

  it('meets those of each of its days: at its hour first', () => {
    expect(besidesEach(days, { beginsAt, endsAt }, elsewhere)).toEqual({ isSameHour: true, sessions: [elsewhere[0]] })
  })

  it('may meet those whose hour is not known', () => {
    expect(besidesEach(days, { beginsAt: null, endsAt: null }, elsewhere).sessions).toEqual(elsewhere)
    expect(besidesEach(days, { beginsAt: endsAt, endsAt: null }, elsewhere)).toEqual({
      isSameHour: false,
      sessions: [elsewhere[1]],
    })
  })
})

describe('sessions that turn out to be at the hour of others', () => {
  it('are those of the same hour, unless they were called off', () => {
    const [morning, later, off] = [
      { ...at('2026-03-12', '10:00', '12:00'), status: 'held' },
      { ...at('2026-03-12', '14:00', '15:00'), status: 'held' },
      { ...at('2026-03-12', '10:00', '12:00'), status: 'cancelled' },
    ]
    expect(atOnce([morning, later, off, { ...at('2026-03-12'), status: 'held' }], elsewhere)).toEqual([
      { session: morning, others: [elsewhere[0]] },
    ])
  })
})
