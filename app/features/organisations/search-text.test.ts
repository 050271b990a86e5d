import { expect, it } from 'vitest'
import { foldForSearch, searchTextOf } from './search-text.ts'

it.each([
  ['La Ruche des Possibles', 'la ruche des possibles'],
  ['  L’Étoile  du  Cœur ', 'l etoile du coeur'],
  ['Ça & Là – « Été »', 'ca la ete'],
  ['', ''],
])('folds %s', (raw, folded) => {
  expect(foldForSearch(raw)).toBe(folded)
})

it('finds an organisation by its name and by its numbers', () => {
  expect(searchTextOf({ name: 'Épicerie', siret: '73282932000074', rna: 'W451000001' })).toBe(
    'epicerie 73282932000074 w451000001',
  )
  expect(searchTextOf({ name: 'Épicerie', siret: null, rna: null })).toBe('epicerie')
})
