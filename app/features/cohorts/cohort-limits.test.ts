import { describe, expect, it } from 'vitest'
import { type Day, day } from '#app/kernel/day.ts'
import { type LimitFacts, type LimitMember, limitCodes, limitsPassed, withoutReview } from './cohort-limits.ts'

const on = (text: string): Day => {
  const value = day(text)
  if (!value) throw new Error(text)
  return value
}
const member: LimitMember = {
  name: 'Terre et Partage',
  foundedOn: on('2010-05-01'),
  isEmployer: true,
  leader: 'Inès',
  governance: 'Jeanne',
  charterSignedOn: on('2026-01-05'),
  leaderQuarters: 20,
  isWithdrawn: false,
  governanceCame: true,
  works: [
    { phase: 0, withGovernance: false },
    { phase: 1, withGovernance: false },
  ],
  review: { thirdPerson: 'Une partenaire' },
}
const session = (heldOn: string, kind = 'collective', quarters = 4) => ({
  kind,
  quarters,
  status: 'held',
  heldOn: on(heldOn),
})
/** A group that follows all that the guide advises. */
const group: LimitFacts = {
  today: on('2026-03-12'),
  startsOn: on('2026-01-15'),
  endsOn: on('2026-06-10'),
  orderedQuarters: 44,
  minimum: 4,
  isThematicAlone: false,
  members: ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'].map(name => ({ ...member, name })),
  sessions: [session('2026-01-10', 'awareness', 1), session('2026-01-20'), session('2026-02-20')],
}
const one = (change: Partial<LimitMember>) => ({
  members: [{ ...member, name: 'Le Fournil', ...change }, ...group.members.slice(1)],
})
const nine = { members: Array.from({ length: 9 }, (_, rank) => ({ ...member, name: `Structure ${rank}` })) }

describe('the limits that the guide advises', () => {
  it('are silent for a group that follows them', () => {
    expect(limitsPassed(group)).toEqual([])
  })

  const cases: [string, Partial<LimitFacts>, object?][] = [
    ['group-size', { ...nine, orderedQuarters: 60 }, { count: 9, most: 8 }],
    ['too-few', { members: group.members.slice(0, 3) }, { count: 3, least: 4 }],
    ['young-organisations', one({ foundedOn: on('2023-01-16') }), { names: 'Le Fournil' }],
    ['not-employers', one({ isEmployer: false }), { names: 'Le Fournil' }],
    ['no-leader', one({ leader: null })],
    ['no-governance', one({ governance: null })],
    ['governance-absent', one({ governanceCame: false })],
    ['charter-unsigned', one({ charterSignedOn: null })],
    ['too-short', { endsOn: on('2026-04-14') }, { months: 3 }],
    ['too-long', { endsOn: on('2026-07-16') }, { months: 6 }],
    ['leader-effort', one({ leaderQuarters: 15 })],
    ['leader-effort', one({ leaderQuarters: 25 })],
    ['few-days', { orderedQuarters: 39 }, { days: 9.75, wanted: 10 }],
    ['session-length', { sessions: [...group.sessions, session('2026-03-10', 'collective', 5)] }, { count: 1 }],
    ['close-sessions', { sessions: [...group.sessions, session('2026-03-05')] }, { count: 1 }],
    ['work-missing', one({ works: [{ phase: 0, withGovernance: true }] })],
    ['no-third-person', one({ review: { thirdPerson: null } })],
    ['thematic-alone', { isThematicAlone: true }],
    ['no-awareness', { sessions: group.sessions.slice(1) }],
  ]
  it.each(cases)('say %s, and nothing else', (code, change, params = {}) => {
    expect(limitsPassed({ ...group, ...change })).toMatchObject([{ code, params }])
  })

  it('are each of them shown here', () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual([...limitCodes].sort())
  })

  it('count a day and a quarter for each organisation, and nothing while days are unknown', () => {
    const eight = nine.members.slice(0, 8)
    expect(limitsPassed({ ...group, members: nine.members.slice(0, 9), orderedQuarters: 44 })).toMatchObject([
      { code: 'group-size' },
      { code: 'few-days', params: { days: 11, wanted: 11.25 } },
    ])
    expect(limitsPassed({ ...group, members: eight, orderedQuarters: 40 })).toEqual([])
    expect(limitsPassed({ ...group, orderedQuarters: null })).toEqual([])
  })

  it('accept the governance’s work between sessions instead of its presence', () => {
    const works = member.works.map(work => ({ ...work, withGovernance: true }))
    expect(limitsPassed({ ...group, ...one({ governanceCame: false, works }) })).toEqual([])
  })

  it('leave out those who left, and sessions that were called off', () => {
    const left = { ...member, name: 'Partie', isWithdrawn: true, leader: null, review: null }
    const cancelled = { ...session('2026-02-21'), status: 'cancelled' }
    const facts = { ...group, members: [...group.members, left], sessions: [...group.sessions, cancelled] }
    expect(limitsPassed(facts)).toEqual([])
    expect(withoutReview(facts.members)).toEqual([])
    expect(withoutReview([{ ...member, review: null }])).toHaveLength(1)
  })
})
