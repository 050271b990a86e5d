import { describe, expect, it } from 'vitest'
import { compared } from './comparison.ts'

const nothing = {
  headcount: null,
  permanent: null,
  fte: null,
  fixedTerm: null,
  women: null,
  partTime: null,
  subsidised: null,
  funderCount: null,
  strategy: null,
  objectivesReached: null,
  appropriation: null,
  governance: null,
  recommend: null,
}
const of = (row: string, rows: ReturnType<typeof compared>) => rows.find(({ figure }) => figure === row)

describe('what is compared on a case', () => {
  const t0 = { ...nothing, headcount: 8, women: 5, partTime: 2, funderCount: 3, strategy: 1, governance: 1 }
  const rows = compared(t0, [
    { wave: 'T1', isAnswered: true, measured: nothing },
    { wave: 'T2', isAnswered: false, measured: { ...nothing, headcount: 99 } },
    { wave: 'T3', isAnswered: true, measured: { ...nothing, headcount: 11, permanent: 9, women: 7, appropriation: 2 } },
    { wave: 'T4', isAnswered: true, measured: { ...nothing, appropriation: 3, governance: 3, strategy: 4 } },
  ])

  it('keeps a place for every wave, and a value only where there is an answer', () => {
    expect(of('headcount', rows)).toMatchObject({
      t0: 8,
      byWave: [
        { wave: 'T1', value: null, isAsked: false },
        { wave: 'T2', value: null, isAsked: true },
        { wave: 'T3', value: 11 },
        { wave: 'T4', value: null },
      ],
      change: 3,
    })
    expect(of('strategy', rows)).toMatchObject({ change: 3, most: 4 })
    expect(of('governance', rows)).toMatchObject({ isAskedAtT0: true, t0: 1, change: 2, most: 4 })
  })

  it('says the rest of the photo of jobs once a wave has answered it', () => {
    expect(of('women', rows)).toMatchObject({ t0: 5, change: 2 })
    expect(of('partTime', rows)).toBeUndefined()
  })

  it('says no change from an unknown', () => {
    expect(of('permanent', rows)).toMatchObject({ t0: null, change: null })
    expect(of('funderCount', rows)).toMatchObject({ t0: 3, change: null })
  })

  it('adds what waves alone ask once it was answered, from its first answer', () => {
    expect(of('appropriation', rows)).toMatchObject({ isAskedAtT0: false, t0: null, change: 1, most: 4 })
    expect(of('recommend', rows)).toBeUndefined()
  })
})
