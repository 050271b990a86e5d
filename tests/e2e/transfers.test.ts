import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { fill, follow, send, titled } from './acts/screen.ts'

const title = 'Modèles socio-économiques, promotion des levées'

const section = (page: Page) => page.getByRole('region', { name: 'Versements des financeurs' })
/** The due, what was paid and what is left, in euros, of the line of an agreement or of the total. */
async function duesOf(page: Page, line: string | RegExp): Promise<number[]> {
  const row = section(page).getByRole('table', { name: 'Versements des financeurs' }).getByRole('row')
  const cells = await row.filter({ hasText: line }).first().getByRole('cell').allTextContents()
  return cells.map(text =>
    Number(
      text
        .replace(/[^\d,−-]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    ),
  )
}

describe('what funders pay of an engineering', () => {
  test('is noted against the due of each, and beyond it with a reason only', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto('/o/dla-demo/collectifs')
    await follow(page, title)
    await titled(page, title)
    const tabs = page.getByRole('navigation', { name: `Pages de l’ingénierie ${title}` })
    await follow(tabs, 'Partage')
    const codes: string[] = []
    for (const [index, weight] of ['2', '1'].entries()) {
      const select = page.getByLabel(`Convention ${index + 1}`, { exact: true })
      const label =
        (await select
          .locator('option')
          .nth(index + 1)
          .textContent()) ?? ''
      await select.selectOption({ label })
      await fill(page, { [`Poids de la convention ${index + 1}`]: weight })
      codes.push(label)
    }
    const [first = '', second = ''] = codes
    await send(page, 'Enregistrer la clé', 'La clé est enregistrée.')
    await follow(tabs, 'Livrables et factures')
    await section(page).waitFor()
    expect(await duesOf(page, first)).toEqual([7500, 0, 7500])
    expect(await duesOf(page, 'Total')).toEqual([11250, 0, 11250])

    const own = section(page)
    await own.locator('summary').filter({ hasText: 'Noter un versement' }).click()
    await own.getByRole('combobox', { name: 'Convention', exact: true }).selectOption({ label: first })
    await fill(own, { 'Montant versé': '7 500,01', 'Référence du versement': 'Avis 2026-12' })
    await own.getByRole('button', { name: 'Enregistrer le versement' }).click()
    const reason = own.getByRole('textbox', { name: 'Pourquoi plus que ce qui est dû ?' })
    await reason.waitFor()
    expect(await reason.getAttribute('aria-invalid')).toBe('true')
    // What she typed is still there: she corrects the amount.
    expect(await own.getByRole('textbox', { name: 'Référence du versement' }).inputValue()).toBe('Avis 2026-12')
    await fill(own, { 'Montant versé': '7 499,99' })
    await send(own, 'Enregistrer le versement', 'Le versement est noté.')
    expect(await duesOf(page, first)).toEqual([7500, 7499.99, 0.01])
    expect(await duesOf(page, second)).toEqual([3750, 0, 3750])

    await page.reload()
    await own.locator('summary').filter({ hasText: 'Noter un versement' }).click()
    await own.getByRole('combobox', { name: 'Convention', exact: true }).selectOption({ label: first })
    await fill(own, { 'Montant versé': '1', 'Référence du versement': 'Avis 2026-13' })
    await own.getByRole('button', { name: 'Enregistrer le versement' }).click()
    await reason.fill('Arrondi de la convention.')
    await send(own, 'Enregistrer le versement', 'Le versement est noté.')
    await own.getByText('Arrondi de la convention.').first().waitFor()
    expect(await duesOf(page, first)).toEqual([7500, 7500.99, -0.99])

    await send(own, 'Retirer le versement Avis 2026-13', 'C’est enregistré.')
    expect(await duesOf(page, first)).toEqual([7500, 7499.99, 0.01])
    expect(await duesOf(page, 'Total')).toEqual([11250, 7499.99, 3750.01])
  })
})
