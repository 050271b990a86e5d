import { expect, it } from 'vitest'
import { isInSpace, spacesOf } from './spaces.ts'

const at = (kind: 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network', operatorSlug: string) => ({
  kind,
  operatorSlug,
  operatorName: operatorSlug.toUpperCase(),
})

it('nobody chooses between one space, however many rights lead there', () => {
  expect(spacesOf([])).toEqual([])
  expect(spacesOf([at('consultant', 'a'), at('consultant', 'b')])).toEqual([])
  expect(spacesOf([at('practitioner', 'a'), at('manager', 'a')])).toEqual([])
})

it('each operator that one works for is a space, and each other kind is one for all', () => {
  const spaces = spacesOf([at('manager', 'a'), at('funder', 'a'), at('funder', 'b'), at('practitioner', 'b')])
  expect(spaces).toEqual([
    { kind: 'team', to: '/o/a/aujourdhui', operator: 'A' },
    { kind: 'funder', to: '/financeur', operator: null },
    { kind: 'team', to: '/o/b/aujourdhui', operator: 'B' },
  ])
  const here = (pathname: string) => spaces.filter(space => isInSpace(space, pathname)).map(({ to }) => to)
  expect(here('/o/a/accompagnements')).toEqual(['/o/a/aujourdhui'])
  expect(here('/o/ab/accompagnements')).toEqual([])
  expect(here('/financeur/b/conventions/1')).toEqual(['/financeur'])
  expect(here('/compte')).toEqual([])
})
