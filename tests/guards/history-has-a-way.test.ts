import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { putBackForm } from '#app/features/history/putting-back.ts'
import { wayBack } from '#app/features/history/ways-back.ts'

/** Names of events in sources that keep values, each with the changes written soon after it. */
const keepsValues = /'([a-z][a-z-]*\.[a-z-]+)'(?=(?:(?!'[a-z][a-z-]*\.[a-z-]+')[\s\S]){0,320}?\bchanges\b)/g
const named = globSync('app/features/**/*.ts')
  .filter(file => !file.endsWith('.test.ts') && !file.startsWith('app/features/history/'))
  .flatMap(file => [...readFileSync(file, 'utf8').matchAll(keepsValues)].map(([, name]) => name ?? ''))

/** What no page of history shows: an event of the operator, of what it shares, or of a reference, whose own page says all. */
const elsewhere = new Set(['operator', 'share', 'reference', 'expert-review'])
const noValues = new Set(['engineering.shared'])

it('every value that history keeps is put back by a form, or leads to the page where it is changed', () => {
  const told = [...new Set(named)].filter(name => !elsewhere.has(name.split('.')[0] ?? '') && !noValues.has(name))
  expect(told.length).toBeGreaterThan(30)
  const at = { operator: '/o/dla', here: '/o/dla/accompagnements/2026-0001' }
  const deadEnds = told.filter(name => !putBackForm(name, 'field') && !wayBack({ name, subjectId: 'id' }, at))
  expect(deadEnds).toEqual([])
})
