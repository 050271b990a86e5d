import { describe, expect, it } from 'vitest'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { isAside, judgeHours, judgePause, meet } from './session-hours.ts'

const at = (from: string, to = '') => ({ beginsAt: hour(from), endsAt: hour(to) })
const said = (answer: ReturnType<typeof judgeHours> | ReturnType<typeof judgePause>) =>
  answer.ok ? 'fine' : `${answer.failure.tag} on ${answer.failure.field}`

describe('two sessions meet', () => {
  const rows: [string, ReturnType<typeof at>, ReturnType<typeof at>, boolean][] = [
    ['one in the other', at('09:00', '12:00'), at('10:00', '11:00'), true],
    ['one after the other', at('09:00', '12:00'), at('12:00', '14:00'), false],
    ['by a minute', at('09:00', '12:01'), at('12:00', '14:00'), true],
    ['with the same beginning, both ends unknown', at('09:00'), at('09:00'), true],
    ['one beginning during the other', at('09:00', '12:00'), at('11:00'), true],
    ['one that began before, and whose end is unknown', at('09:00'), at('10:00', '11:00'), false],
    ['without hours', at(''), at('10:00', '11:00'), false],
  ]
  for (const [what, one, other, answer] of rows)
    it(`${what}: ${answer ? 'yes' : 'no'}`, () => {
      expect(meet(one, other)).toBe(answer)
      expect(meet(other, one)).toBe(answer)
    })
})

describe('the hours of a session', () => {
  const held = { status: 'held' as const }
  const others = [at('14:00', '16:00')]
  it('may be unknown', () => expect(said(judgeHours({ ...held, ...at('') }, others))).toBe('fine'))
  it('may stand beside those of another', () =>
    expect(said(judgeHours({ ...held, ...at('09:00', '14:00') }, others))).toBe('fine'))
  it('have a beginning when they have an end', () =>
    expect(said(judgeHours({ ...held, ...at('', '12:00') }, others))).toBe('session-without-begin on beginsAt'))
  it('end after they begin', () => {
    for (const end of ['14:00', '09:00'])
      expect(said(judgeHours({ ...held, ...at('14:00', end) }, []))).toBe('session-ends-before-it-begins on endsAt')
  })
  it('are refused while she is elsewhere, and say when alone', () => {
    const answer = judgeHours({ ...held, ...at('15:00', '17:00') }, others)
    expect(said(answer)).toBe('session-overlaps on beginsAt')
    expect(answer).toMatchObject({ failure: { params: { from: '14:00' } } })
  })
  it('do not matter once it is called off', () =>
    expect(said(judgeHours({ status: 'cancelled', ...at('15:00', '17:00') }, others))).toBe('fine'))
})

describe('a suspended case', () => {
  const paused = { suspendedOn: on('2026-03-01'), resumeOn: on('2026-05-01') }
  const under = { suspendedOn: null, resumeOn: null }
  it('is aside from its first day to the eve of its return', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01']
    expect(days.map(day => isAside([paused], on(day)))).toEqual([false, true, true, false])
  })
  it('puts a session aside when no member is left', () => {
    expect(isAside([paused, under], on('2026-03-12'))).toBe(false)
    expect(isAside([paused, paused], on('2026-03-12'))).toBe(true)
    expect(isAside([], on('2026-03-12'))).toBe(false)
  })
  const rows = [
    ['held', null, 'session-while-suspended on overrunReason'],
    ['held', 'Le bureau y tenait.', 'fine'],
    ['planned', null, 'session-planned-while-suspended on heldOn'],
    ['planned', 'Le bureau y tenait.', 'session-planned-while-suspended on heldOn'],
    ['cancelled', null, 'fine'],
  ] as const
  for (const [status, reason, answer] of rows)
    it(`${status}${reason ? ' with a reason' : ''}: ${answer}`, () =>
      expect(said(judgePause([paused], { status, heldOn: on('2026-03-12'), reason }))).toBe(answer))
})
