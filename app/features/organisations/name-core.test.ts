import { describe, expect, it } from 'vitest'
import { nameCore } from './name-core.ts'

describe('what distinguishes a name', () => {
  it.each([
    ['Association la Ruche des Possibles', 'ruche possibles'],
    ['L’Étoile du Nord (SCOP)', 'etoile nord'],
    ['Œuvre & Cie', 'oeuvre cie'],
    ['', ''],
  ])('of %j is %j', (name, core) => expect(nameCore(name)).toBe(core))

  it('is all of it when every word is a passing one', () => {
    expect(nameCore('La Coop')).toBe('la coop')
  })
})
