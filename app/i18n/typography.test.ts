import { expect, it } from 'vitest'
import { frenchSpacing, withFrenchSpacing } from './typography.ts'

it('puts the no-break spaces of French', () => {
  expect(frenchSpacing('Attendez : « oui » ou non ? 12 % de 30 € ; fin !')).toBe(
    'Attendez\u00a0: «\u00a0oui\u00a0» ou non\u202f? 12\u202f% de 30\u202f€\u202f; fin\u202f!',
  )
})

it('leaves addresses, hours and placeholders as they are', () => {
  expect(frenchSpacing('https://sillage.example/a?b=c, 10:30, {{n}} %')).toBe(
    'https://sillage.example/a?b=c, 10:30, {{n}}\u202f%',
  )
})

it('reaches every sentence of a catalogue', () => {
  expect(withFrenchSpacing({ a: { b: 'Quoi ?' } })).toEqual({ a: { b: 'Quoi\u202f?' } })
})
