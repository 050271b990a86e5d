import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { follow, send } from './acts/screen.ts'

const base = '/o/dla-demo/accompagnements'

/** A case of the demonstration that has a letter to come; its reminders are open. */
async function caseWithALetter(page: Page, state: string, but: string | null = null): Promise<string> {
  await page.goto(`${base}?etat=${state}`)
  const links = page.getByRole('main').locator(`a[href*="${base}/2"]`)
  const found = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  for (const path of new Set(found)) {
    if (path === but) continue
    await page.goto(`${path}/rappels`)
    if ((await page.locator('li:has(textarea):has(input[type=date])').count()) > 0) return path
  }
  throw new Error('no case has a letter to come')
}

const letter = (page: Page) => page.locator('li:has(textarea):has(input[type=date])').first()

describe('the reminders of a case', () => {
  let used: string | null = null
  for (const javaScriptEnabled of [true, false])
    test(`are completed, skipped and put back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      const path = await caseWithALetter(page, 'in_progress', used)
      used = path
      await page.goto(path)
      await follow(page.getByRole('navigation', { name: 'Pages du dossier' }), 'Rappels')
      const name = (await letter(page).getByRole('heading', { level: 3 }).textContent()) ?? ''
      await letter(page).getByText('Avancer ou compléter').click()
      await letter(page).getByLabel('Votre mot dans le message').fill('Apportez vos comptes, merci.')
      await letter(page).getByRole('button', { name: 'Enregistrer le changement' }).click()
      // What was typed stays, and the form stays open at what is missing.
      await letter(page)
        .getByRole('link', { name: /Pourquoi ce changement/ })
        .waitFor()
      expect(await letter(page).getByLabel('Votre mot dans le message').inputValue()).toBe(
        'Apportez vos comptes, merci.',
      )
      await letter(page).getByLabel('Pourquoi ce changement').fill('on en a parlé hier')
      await send(letter(page), 'Enregistrer le changement', 'Le changement est enregistré.')
      await page.getByText('Ajouté au message : Apportez vos comptes, merci.').waitFor()
      await page.getByText('Raison : on en a parlé hier').waitFor()
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, `${path}/rappels`)).toEqual([])
      }
      const one = page.getByRole('listitem').filter({ hasText: 'Apportez vos comptes, merci.' }).first()
      await one.getByText('Ne pas l’envoyer').first().click()
      await one.getByLabel('Pourquoi ne pas l’envoyer').fill('la structure est fermée')
      await send(one, 'Ne pas l’envoyer', 'Ce rappel ne partira pas.')
      const stopped = page.getByRole('region', { name: 'Ce qui ne partira pas' })
      await stopped.getByText('Raison : la structure est fermée').waitFor()
      await send(stopped, `Remettre comme prévu : ${name}`, 'Ce rappel est remis comme prévu.')
      await stopped.waitFor({ state: 'detached' })
      await page.goto(path)
      await page.getByText(`Rappel « ${name} » remis comme prévu.`).first().waitFor()
      await page.getByText(`Rappel « ${name} » retiré.`).first().waitFor()
      await page.goto(`${path}/historique`)
      await page
        .getByText(/la structure est fermée/)
        .first()
        .waitFor()
    })
})
