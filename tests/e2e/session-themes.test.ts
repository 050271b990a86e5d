import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { pngPhoto } from '#tests/harness/photos.ts'
import { send } from './acts/screen.ts'

const themes = '/o/dla-demo/reglages/themes'

describe('a manager', () => {
  test('adds, renames and closes a theme of sessions without JavaScript, and a consultant is offered it', async ({
    as,
  }) => {
    const desk = await as('manager@demo.example', { javaScriptEnabled: false })
    await desk.goto(themes)
    await desk.getByLabel('Nouveau thème').fill('Médiation numérique')
    await desk.getByLabel('Compte comme').selectOption({ label: 'Technique' })
    await desk.getByRole('button', { name: 'Ajouter ce thème' }).click()
    await desk.getByText('Compte comme : Technique').waitFor()
    await desk.getByText('Renommer « Médiation numérique »').click()
    await desk.getByLabel('Nouveau nom').fill('Inclusion numérique')
    await desk.getByRole('button', { name: 'Renommer', exact: true }).click()
    await desk.getByText('Renommer « Inclusion numérique »').waitFor()
    for (const javaScriptEnabled of [true, false]) {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await page.goto('/consultant')
      // She works for several operators, each with its own themes.
      await page.locator('a[href*="/consultant/dla-demo/"]').filter({ hasText: 'Saisir une séance' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
      // A document is read from its top: what ends the form says that all of it is there.
      await page.getByRole('button', { name: 'Enregistrer' }).last().waitFor()
      expect(await page.locator('input[name=themes][value="Inclusion numérique"]').count()).toBe(1)
      expect(await page.locator('input[name=themes][value="Médiation numérique"]').count()).toBe(0)
    }
    await desk.getByRole('button', { name: 'Ne plus proposer Inclusion numérique' }).click()
    await desk.getByText('N’est plus proposé').waitFor()
  })

  test('gives a funder its logo, is told what is none, and finds no fault of access on either page', async ({ as }) => {
    const page = await as('manager@demo.example')
    await watch(page.context())
    await page.goto('/o/dla-demo/conventions')
    await page.locator('tbody th a').first().click()
    await page.getByRole('heading', { level: 2, name: /^Logo de/ }).waitFor()
    const logo = page.getByLabel('Image du logo')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await logo.setInputFiles({ name: 'region.svg', mimeType: 'image/svg+xml', buffer: svg })
    await page.getByRole('button', { name: 'Ajouter le logo' }).click()
    await page.getByText('Un logo est une image PNG ou JPEG.').first().waitFor()
    await logo.setInputFiles({ name: 'region.png', mimeType: 'image/png', buffer: pngPhoto() })
    await send(page, 'Ajouter le logo', 'Le logo sera sur les prochaines feuilles d’émargement.')
    // As it is, and by the funder's name for who does not see it.
    const shown = page.getByRole('img', { name: /^Logo de \S/ })
    const width = () => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)
    await expect.poll(width).toBe(8)
    const path = new URL(page.url()).pathname
    expect([...(await faultsOf(page, path)), ...(await faultsOf(page, themes))]).toEqual([])
    await page.goto(path)
    await send(page, 'Retirer le logo', 'Le logo est retiré.')
    expect(await shown.count()).toBe(0)
  })
})
