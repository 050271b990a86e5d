import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { follow, send, titled } from './acts/screen.ts'

const base = '/o/dla-demo/territoires'

/** The value of a figure of the page, by its words. */
const figure = (page: Page, words: string) =>
  page.getByRole('main').locator('dl > div').filter({ hasText: words }).getByRole('link')

describe('a territory', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is kept from its label to the measure of its challenges, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { ...(javaScriptEnabled ? {} : phone), javaScriptEnabled })
      await page.goto(base)
      await follow(page, 'Ajouter un territoire')
      const name = `Val de Loire ${javaScriptEnabled ? 'est' : 'ouest'}`
      await page.getByLabel('Nom').fill(name)
      await page.getByLabel('Communes').fill('Saint-Denis')
      await page.getByLabel('Label').fill('French Impact')
      await page.getByLabel('Feuille de route').fill('Trois défis, trois ans.')
      await page.getByLabel('Obtenu le').fill('2019-02-11')
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.getByText('« Saint-Denis » : plusieurs communes répondent').first().waitFor()
      expect(await page.getByLabel('Nom').inputValue()).toBe(name)
      expect(await page.getByLabel('Communes').getAttribute('aria-invalid')).toBe('true')
      await page.getByLabel('Communes').fill('Orléans, Fleury-les-Aubrais')
      await send(page, 'Enregistrer', 'C’est enregistré.')
      await titled(page, name)
      await page.getByText('French Impact, depuis le 11 février 2019').waitFor()

      await follow(page, 'Modifier la gouvernance')
      await page.getByLabel('Qui').fill('Orléans Métropole')
      await page.getByLabel('Collège').selectOption({ label: 'Collectivités et État' })
      await send(page, 'Ajouter à la gouvernance', 'C’est enregistré.')
      await page.getByRole('listitem').filter({ hasText: 'Orléans Métropole' }).waitFor()
      await follow(page, name)
      await titled(page, name)

      await page.getByText('Ajouter un défi').click()
      await page.getByLabel('Nature du défi').selectOption({ label: 'Défi environnemental' })
      await page.getByLabel('Le défi en une phrase').fill('Réparer plutôt que jeter')
      await page.getByLabel('Indicateur').fill('Tonnes réemployées')
      await page.getByLabel('Unité').fill('t')
      await send(page, 'Ajouter ce défi', 'C’est enregistré.')
      await titled(page, 'Réparer plutôt que jeter')
      for (const [on, value] of [
        ['2024-06-30', '310'],
        ['2025-06-30', '402,5'],
      ] as const) {
        await page.getByLabel('Mesuré le').fill(on)
        await page.getByLabel('Valeur').fill(value)
        await page.getByLabel('Source').fill('Ressourceries du territoire')
        await send(page, 'Noter cette mesure', 'C’est enregistré.')
        // On a phone a cell says its column first.
        await page.getByRole('cell', { name: new RegExp(`${value}$`) }).waitFor()
      }
      await page.getByLabel('Ce qui en est sorti').fill('Une filière de réemploi.')
      await send(page, 'Terminer ce défi', 'C’est enregistré.')
      await page.getByText('Une filière de réemploi.').first().waitFor()
      await follow(page, name)
      await page.getByText('+92,5 depuis la première mesure.').waitFor()

      const cases = await figure(page, 'Accompagnements').textContent()
      expect(Number(cases)).toBeGreaterThan(1)
      await figure(page, 'Accompagnements').click()
      await page.getByText(`Territoire : ${name}`).first().waitFor()
      await page
        .getByText(new RegExp(`^${cases} accompagnements$`))
        .first()
        .waitFor()
    })

  test('is taken away as a document that names no organisation', async ({ as }) => {
    const page = await as('manager@demo.example')
    await page.goto(base)
    await follow(page, 'Bassin orléanais')
    await titled(page, 'Bassin orléanais')
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger en PDF' }).click(),
    ])
    expect(taken.suggestedFilename()).toBe('Feuille de route - Bassin orléanais.pdf')
    expect((await readFile(await taken.path())).toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
  })
})
