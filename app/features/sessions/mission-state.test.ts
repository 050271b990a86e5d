import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { type MissionFacts, type MissionSession, missingOf, nextSession } from './mission-state.ts'

const today = on('2026-03-12')
const session = (id: string, status: MissionSession['status'], heldOn: string, hasReport = true): MissionSession => ({
  id,
  status,
  heldOn: on(heldOn),
  hasReport,
})
const facts = (sessions: MissionSession[], rest: Partial<MissionFacts> = {}): MissionFacts => ({
  endsOn: on('2026-06-30'),
  mayWrite: true,
  orderedQuarters: 16,
  heldQuarters: 4,
  sessions,
  ...rest,
})
const whats = (known: MissionFacts) => missingOf(known, today).map(({ what }) => what)

describe('what a mission misses', () => {
  it('is a plan, when days are left and nothing is to come', () => {
    expect(whats(facts([session('a', 'held', '2026-02-01')]))).toEqual(['plan'])
    expect(whats(facts([], { heldQuarters: 16 }))).toEqual([])
    expect(whats(facts([], { orderedQuarters: null }))).toEqual([])
  })

  it('is a confirmation, from the day after a planned session', () => {
    expect(missingOf(facts([session('a', 'planned', '2026-03-11')]), today)).toEqual([
      { what: 'confirm', sessionId: 'a', on: '2026-03-11' },
    ])
    expect(whats(facts([session('a', 'planned', '2026-03-12')]))).toEqual([])
  })

  it('is a report, for a session held without a word', () => {
    expect(whats(facts([session('a', 'held', '2026-03-01', false), session('b', 'planned', '2026-04-01')]))).toEqual([
      'report',
    ])
  })

  it('is its days, a fortnight before the contract ends', () => {
    const coming = [session('b', 'planned', '2026-03-20')]
    expect(whats(facts(coming, { endsOn: on('2026-03-27') }))).toEqual(['ending'])
    expect(whats(facts(coming, { endsOn: on('2026-03-28') }))).toEqual([])
  })

  it('is nothing any more, once nothing can be written', () => {
    expect(whats(facts([session('a', 'planned', '2026-03-01')], { mayWrite: false }))).toEqual([])
  })
})

describe('the next session', () => {
  it('is the first one planned, today included', () => {
    const all = [session('late', 'planned', '2026-05-01'), session('soon', 'planned', '2026-03-12')]
    expect(nextSession(all, today)?.id).toBe('soon')
    expect(nextSession([session('past', 'planned', '2026-03-01'), session('held', 'held', '2026-04-01')], today)).toBe(
      null,
    )
  })
})
