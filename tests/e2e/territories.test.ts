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

  for (const javaScriptEnabled of [true, false])
    test(`shows a project by its place, and the challenge that it works on, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { ...(javaScriptEnabled ? {} : phone), javaScriptEnabled })
      const title = `Garage du canal ${javaScriptEnabled ? 'nord' : 'sud'}`
      await page.goto('/o/dla-demo/accompagnements/nouveau')
      await follow(page, 'Ouvrir un projet qui n’a pas encore de structure')
      await page.getByLabel('Nom du projet').fill(title)
      await page.getByLabel('Commune ou département').fill('Nulle-Part')
      await page.getByRole('button', { name: 'Ouvrir l’accompagnement' }).click()
      await page.getByText('« Nulle-Part » n’est ni une commune').first().waitFor()
      expect(await page.getByLabel('Commune ou département').getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByLabel('Nom du projet').inputValue()).toBe(title)
      await page.getByLabel('Commune ou département').fill('Orléans')
      await send(page, 'Ouvrir l’accompagnement')
      await page.waitForURL(/\/accompagnements\/\d{4}-\d{4}$/)
      const intake = `${page.url()}/accueil`
      await page.goto(intake)
      expect(await page.getByLabel('Commune ou département').inputValue()).toBe('Orléans (45234)')

      await page.getByText('Rattacher à un défi').click()
      const choice = page.getByRole('combobox', { name: /^Défi/ })
      const challenge = await choice.locator('option').nth(1).textContent()
      const [territory = '', words = ''] = challenge?.split(/\s:\s/) ?? []
      await choice.selectOption({ index: 1 })
      await page.getByLabel('Ce que le dossier y change').fill('Réparer sa voiture pour garder son travail.')
      await send(page, 'Rattacher ce dossier', 'C’est enregistré.')
      await follow(page, words)
      await titled(page, words)
      await page.getByText('Réparer sa voiture pour garder son travail.').waitFor()
      await follow(page, territory)
      await figure(page, 'Accompagnements').click()
      await page.getByRole('searchbox', { name: 'Structure ou numéro' }).fill(title)
      await page.getByRole('button', { name: 'Filtrer', exact: true }).click()
      await page.getByText('1 accompagnement', { exact: true }).first().waitFor()
      await follow(page, title)

      await page.goto(intake)
      await page.getByText(`Détacher de « ${words} »`).click()
      await page.getByLabel('Pourquoi (facultatif)').fill('Le projet a changé de lieu.')
      await send(page, 'Détacher ce dossier', 'C’est enregistré.')
      await page.getByText('Aucun défi pour le moment.').waitFor()
      await page.getByLabel('Commune ou département').fill('41')
      await send(page, 'Enregistrer le lieu', 'C’est enregistré.')
      expect(await page.getByLabel('Commune ou département').inputValue()).toBe('41')
      await page.goto(intake.replace(/accueil$/, 'historique'))
      await page.getByText(`Détaché du défi « ${words} » (${territory}).`).waitFor()
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
