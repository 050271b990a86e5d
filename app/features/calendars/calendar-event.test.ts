import { describe, expect, it } from 'vitest'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { type CalendarSession, calendarEvent } from './calendar-event.ts'

const session: CalendarSession = {
  id: 's1',
  version: 3,
  changedAt: new Date('2026-03-01T10:00:00Z'),
  status: 'planned',
  heldOn: on('2026-03-20'),
  beginsAt: null,
  endsAt: null,
  kind: 'collective',
  title: 'Modèle socio-économique du Fournil',
  place: 'Au Fournil',
  names: ['Le Fournil', 'La Ruche', 'Terre et Partage'],
  isHolder: true,
  isAgreed: true,
  path: '/consultant/x',
}

describe('what a calendar says of a session', () => {
  it('is one line that keeps its name, and whose number rises with each change', () => {
    expect(calendarEvent(session, false)).toMatchObject({ uid: 's1@sillage', sequence: 2 })
    expect(calendarEvent({ ...session, version: 4 }, false)).toMatchObject({ uid: 's1@sillage', sequence: 3 })
  })

  it('names two organisations, and counts the others', () => {
    const { title, place } = calendarEvent(session, false)
    expect(title).toMatchObject({ names: ['Le Fournil', 'La Ruche'], others: 1 })
    expect(place).toBe('Au Fournil')
  })

  it('names none when titles are short, and nothing that tells which', () => {
    const short = JSON.stringify(calendarEvent(session, true))
    expect(short).not.toMatch(/Fournil|Ruche|Terre/)
    expect(calendarEvent(session, true).title).toEqual({
      kind: 'collective',
      engineering: null,
      names: [],
      others: 0,
    })
  })

  it('has the hours of Paris, in winter and in summer; a day without hours has none', () => {
    const hours = { beginsAt: hour('9h30'), endsAt: hour('12:00') }
    const from = (day: string) => calendarEvent({ ...session, ...hours, heldOn: on(day) }, false).hours?.from
    expect(from('2026-03-20')?.toISOString()).toBe('2026-03-20T08:30:00.000Z')
    expect(from('2026-04-20')?.toISOString()).toBe('2026-04-20T07:30:00.000Z')
    expect(calendarEvent(session, false).hours).toBeNull()
  })

  it.each([
    ['planned by herself', {}, 'accepted', 'confirmed'],
    ['planned by another', { isAgreed: false }, 'needs-action', 'confirmed'],
    ['held', { isAgreed: false, status: 'held' }, 'accepted', 'confirmed'],
    ['called off', { status: 'cancelled' }, 'declined', 'cancelled'],
  ] as const)('%s: %o is %s and %s', (_what, part, answer, state) => {
    expect(calendarEvent({ ...session, ...part }, false)).toMatchObject({ answer, state })
  })
})
