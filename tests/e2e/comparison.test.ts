import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'

/** A case of the demonstration with T0 and three waves. */
const followed = '/o/dla-demo/accompagnements/2025-0001/suivi'

describe('T0 beside the waves of a case', () => {
  for (const [where, look, row] of [
    ['one table where there is room for it', undefined, 'table-row'],
    ['a card for each indicator on a phone', phone, 'flex'],
  ] as const)
    test(`is ${where}, and the same table to whoever hears it`, async ({ as }) => {
      const page = await as('practitioner@demo.example', look)
      await page.goto(followed)
      const table = page.getByRole('table', { name: 'Avant et après' })
      const headcount = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Effectif' }) })
      expect(await headcount.evaluate(element => getComputedStyle(element).display)).toBe(row)
      expect(await table.getByRole('columnheader').allTextContents()).toEqual([
        ...['Indicateur', 'T0', 'T1', 'T2', 'T3', 'Évolution'],
      ])
    })
})
