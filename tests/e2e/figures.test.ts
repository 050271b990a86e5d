import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { test } from '#tests/harness/browser-test.ts'

async function openFigures(page: Page): Promise<void> {
  await page.goto('/connexion?vers=/o/dla-demo/rapports')
  await page.getByLabel('Adresse électronique').fill('practitioner@demo.example')
  await page.getByLabel('Mot de passe').fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('link', { name: 'Voir les chiffres' }).click()
  await page.getByRole('heading', { level: 1, name: 'Les chiffres' }).waitFor()
}

/** The number written in a text in French: « 1 234,5 jours » is 1234.5. */
const numberIn = (text: string | null) =>
  Number(
    (text ?? '')
      .replaceAll(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
      .replace('−', '-')
      .match(/-?\d+(\.\d+)?/)?.[0],
  )

describe('the figures on screen', () => {
  for (const javaScriptEnabled of [true, false])
    test(`lead from a number to its cases, which sum to it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ javaScriptEnabled })
      await openFigures(page)
      // Three years back, so that the demonstration has finished cases in it.
      const year = new Date().getFullYear()
      await page.getByLabel('Du', { exact: true }).fill(`${year - 3}-01-01`)
      await page.getByLabel('Au', { exact: true }).fill(`${year}-12-31`)
      await page.getByRole('button', { name: 'Afficher' }).click()
      await page
        .locator(`a[href*="du=${year - 3}"]`)
        .first()
        .waitFor()
      const link = page.getByRole('link', { name: 'Voir les dossiers : Diagnostics validés' })
      const number = numberIn(await link.textContent())
      expect(number).toBeGreaterThan(0)
      await link.click()
      await page.getByRole('heading', { level: 1, name: 'Diagnostics validés' }).waitFor()
      // Without scripts the title comes first, and the last row with the end of the page.
      await page.waitForLoadState()
      const total = page.getByRole('row').last().getByRole('cell').last()
      expect(numberIn(await total.textContent())).toBe(number)
      await page.getByRole('link', { name: 'Les chiffres' }).first().click()
      await page.waitForURL(/rapports\/chiffres\?/)
      expect(await page.getByLabel('Du', { exact: true }).inputValue()).toBe(`${year - 3}-01-01`)
    })

  test('of a built report say of how many sessions the sheet is incomplete, and lead to their cases', async ({
    as,
  }) => {
    const page = await as('manager@demo.example')
    await page.goto('/o/dla-demo/rapports')
    await page.getByRole('row').getByRole('link').first().click()
    const incomplete = 'Séances dont la feuille d’émargement est incomplète'
    await page.getByText(incomplete).first().waitFor()
    await page.locator('a[href$="/chiffres/sheets_incomplete"]').first().click()
    await page.getByRole('heading', { level: 1, name: incomplete }).waitFor()
  })

  test('say beside its field what makes no sense', async ({ page }) => {
    await openFigures(page)
    await page.goto('/o/dla-demo/rapports/chiffres?du=2026-12-31&au=2026-01-01')
    await page.getByText('La fin de la période vient avant son début.').waitFor()
    expect(await page.getByLabel('Au', { exact: true }).inputValue()).toBe('2026-01-01')
  })

  test('are broken down, each cell leading to its own cases', async ({ page }) => {
    await openFigures(page)
    await page.getByLabel('Répartir par').selectOption({ label: 'département' })
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.getByRole('heading', { name: 'Demandes et accueil, par département' }).waitFor()
    await page
      .getByRole('row', { name: /Loiret/ })
      .first()
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('main').getByText('Loiret').first().waitFor()
  })
})
