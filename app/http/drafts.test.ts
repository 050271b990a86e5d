import { describe, expect, it } from 'vitest'
import { placeOf } from './drafts.ts'

const at = (search: string) => placeOf({ pathname: '/consultant/dla/missions/1/seances/nouvelle', search })

describe('the place of a draft', () => {
  it('is the address of its page, whatever filters it and however it was asked for', () => {
    expect(at('?page=2')).toBe(at(''))
    expect(placeOf({ pathname: '/a/b/', search: '' })).toBe('/a/b')
    expect(placeOf({ pathname: '/a/b.data', search: '' })).toBe('/a/b')
    expect(at('?moment=T2')).not.toBe(at('?moment=T3'))
  })

  it('keeps a session to come apart from the one that was held', () => {
    expect(at('?statut=planned')).not.toBe(at(''))
    expect(at('?statut=held')).toBe(at(''))
  })
})
