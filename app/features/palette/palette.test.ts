import { describe, expect, it } from 'vitest'
import { pagesNamed, placeOfAct, readWish } from './palette.ts'

describe('what is typed in the palette', () => {
  it('says what to do when it begins with a verb, and what is looked for', () => {
    expect(readWish('note 2026-0042')).toEqual({ act: 'note', text: '2026 0042' })
    expect(readWish('Séance la Ruche')).toEqual({ act: 'session', text: 'la ruche' })
    expect(readWish('La Ruche')).toEqual({ act: 'case', text: 'La Ruche' })
  })

  it('looks for a name that is a verb when nothing follows it', () => {
    expect(readWish('note')).toEqual({ act: 'case', text: 'note' })
    expect(readWish('constructor ruche')).toEqual({ act: 'case', text: 'constructor ruche' })
  })

  it('finds pages by any of their words, accents or not', () => {
    const rows = [{ label: 'Équipe' }, { label: 'Passer des dossiers' }]
    expect(pagesNamed(rows, 'equi')).toEqual([{ label: 'Équipe' }])
    expect(pagesNamed(rows, 'dossiers passer')).toEqual([{ label: 'Passer des dossiers' }])
    expect(pagesNamed(rows, '')).toEqual(rows)
  })

  it('opens a case where the thing is done', () => {
    expect([placeOfAct('case'), placeOfAct('session')]).toEqual(['', '/seances'])
  })
})
