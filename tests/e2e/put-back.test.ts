import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { follow } from './acts/screen.ts'

describe('a value of history', () => {
  test('is put back after it was read beside today’s, without JavaScript', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await page.goto('/o/dla-demo/accompagnements?etat=diagnostic')
    const path = (await page.locator('tbody th a').first().getAttribute('href')) ?? ''
    await page.goto(path)
    await page.getByLabel('Nouvelle note').fill('Le loyer est payé.')
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    await page.getByRole('link', { name: 'Modifier la note' }).first().click()
    await page.getByRole('textbox', { name: 'Texte de la note' }).fill('Effacé par mégarde.')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Effacé par mégarde.').first().waitFor()

    await page.goto(`${path}/historique`)
    await page
      .getByRole('link', { name: /^Remettre cette valeur/ })
      .first()
      .click()
    const section = page.getByRole('region', { name: /^Remettre/ })
    await section.getByRole('definition').first().waitFor()
    expect(await section.getByRole('definition').allTextContents()).toEqual([
      'Effacé par mégarde.',
      'Le loyer est payé.',
    ])
    await section.getByRole('button', { name: 'Remettre cette valeur' }).click()
    await page.getByRole('status').filter({ hasText: 'La valeur est remise.' }).waitFor()
    await follow(page.getByRole('navigation', { name: 'Pages du dossier' }), 'Fil')
    await page.getByText('Le loyer est payé.').first().waitFor()
  })

  test('of a territory, without JavaScript', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await page.goto('/o/dla-demo/territoires/nouveau')
    await page.getByLabel('Nom').fill('Pays du retour')
    await page.getByLabel('Départements').fill('45')
    await page.getByLabel('Feuille de route').fill('Trois défis.')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await follow(page, 'Modifier la fiche')
    await page.getByLabel('Feuille de route').fill('Effacée par mégarde.')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await follow(page, 'Historique')
    await page.getByRole('link', { name: /^Remettre cette valeur.*Feuille de route/ }).click()
    const section = page.getByRole('region', { name: /^Remettre « Feuille de route »/ })
    await section.getByRole('button', { name: 'Remettre cette valeur' }).click()
    await page.getByRole('status').filter({ hasText: 'La valeur est remise.' }).waitFor()
    await follow(page, 'Pays du retour')
    await page.getByText('Trois défis.').waitFor()
  })
})
