import { describe, expect, it } from 'vitest'
import { attendeesIn, reconciled } from './attendance.ts'

const row = (status: 'present' | 'remote' | 'excused' | 'absent' | null, personName: string | null = null) => ({
  accompanimentId: 'a',
  status,
  personName,
  role: null,
})

describe('those noted at a session', () => {
  it('are the lines that say something', () =>
    expect(attendeesIn([row('present'), row(null), row(null, 'Anne'), row('absent', 'Karim')])).toEqual([
      row('present'),
      row('present', 'Anne'),
      row('absent', 'Karim'),
    ]))
})

describe('a head-count', () => {
  const attendees = attendeesIn([row('present', 'Anne'), row('remote', 'Karim'), row('excused', 'Léa')])
  const said = (headCount: number | null, headCountIs: 'names' | 'count' | null = null) => {
    const answer = reconciled(attendees, { headCount, headCountIs })
    return answer.ok ? String(answer.value) : `${answer.failure.tag} on ${answer.failure.field}`
  }
  it('may be left out', () => expect(said(null)).toBe('null'))
  it('that agrees with the names is theirs', () => expect(said(2)).toBe('null'))
  it('that does not is asked about', () => {
    for (const count of [0, 1, 3, 12]) expect(said(count)).toBe('head-count-differs on headCountIs')
  })
  it('gives way to the names', () => expect(said(12, 'names')).toBe('null'))
  it('holds those whom nobody named', () => expect(said(12, 'count')).toBe('12'))
  it('is never under the names', () => expect(said(1, 'count')).toBe('head-count-under-names on headCount'))
})
