import { describe, expect, it } from 'vitest'
import {
  areKnown,
  countedByTheme,
  mostThemes,
  type OwnTheme,
  offered,
  officialOf,
  withNewName,
  withState,
  withTheme,
} from './session-themes.ts'

const done = (changed: ReturnType<typeof withTheme>): OwnTheme[] => {
  if (!changed.ok) throw new Error(changed.failure.tag)
  return changed.value
}
const tagOf = (changed: ReturnType<typeof withTheme>) => (changed.ok ? null : changed.failure.tag)
const digital = done(withTheme([], 'Médiation numérique', 'technical'))

describe('an operator’s own themes', () => {
  it('are offered in their order, one name once whatever its spelling', () => {
    const two = done(withTheme(digital, 'Achats responsables', 'other'))
    expect(offered(two)).toEqual(['Achats responsables', 'Médiation numérique'])
    expect(tagOf(withTheme(two, ' médiation  NUMÉRIQUE', 'other'))).toBe('theme-taken')
    expect(tagOf(withTheme(two, 'Strategic', 'other'))).toBe('theme-taken')
  })

  it('keep what sessions said when one is renamed, and what it counts as', () => {
    const renamed = done(withNewName(digital, 'Médiation numérique', 'Inclusion numérique'))
    expect(offered(renamed)).toEqual(['Inclusion numérique'])
    expect(areKnown(['Médiation numérique', 'Inclusion numérique', 'strategic'], renamed)).toBe(true)
    expect(renamed.map(({ name }) => officialOf(name, renamed))).toEqual(['technical', 'technical'])
    expect(tagOf(withNewName(renamed, 'Médiation numérique', 'Autre chose'))).toBe('theme-gone')
  })

  it('may be spelt better, and are then one', () => {
    const spelt = done(withNewName(digital, 'Médiation numérique', 'Médiation Numérique'))
    expect(spelt).toEqual([{ name: 'Médiation Numérique', official: 'technical', state: 'open' }])
  })

  it('are offered no more once closed, and again once opened or added again', () => {
    const closed = done(withState(digital, 'Médiation numérique', 'closed'))
    expect(offered(closed)).toEqual([])
    expect(areKnown(['Médiation numérique'], closed)).toBe(true)
    expect(offered(done(withState(closed, 'Médiation numérique', 'open')))).toEqual(['Médiation numérique'])
    expect(done(withTheme(closed, 'Médiation numérique', 'other'))).toEqual([
      { name: 'Médiation numérique', official: 'other', state: 'open' },
    ])
  })

  it('are so many that a form can be read', () => {
    const all = Array.from({ length: mostThemes }, (_, index) => `Thème ${index}`).reduce<OwnTheme[]>(
      (themes, name) => done(withTheme(themes, name, 'other')),
      [],
    )
    expect(tagOf(withTheme(all, 'Un de plus', 'other'))).toBe('too-many-themes')
  })
})

describe('sessions by theme', () => {
  it('count what is own as what it stands for, once each', () => {
    const sessions = [['technical', 'Médiation numérique'], ['Médiation numérique'], ['strategic'], [], ['Inconnu']]
    expect(countedByTheme(sessions, digital)).toEqual([
      { theme: 'strategic', count: 1 },
      { theme: 'technical', count: 2 },
      { theme: 'other', count: 1 },
    ])
  })

  it('knows no theme that nobody named', () => {
    expect(areKnown(['Inconnu'], digital)).toBe(false)
  })
})
