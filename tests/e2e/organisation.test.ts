import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { fill, follow, refused, send, titled, unfold } from './acts/screen.ts'

const base = '/o/dla-demo/structures'

describe('a structure that is already known', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is named, then made one with its double and parted, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { ...phone, javaScriptEnabled })
      const name = javaScriptEnabled ? 'Les Vergers Voyageurs' : 'Le Phare Tranquille'
      const double = `Association ${name.toLowerCase()}`
      await page.goto(`${base}/nouvelle`)
      await fill(page, { Nom: name })
      await send(page, 'Créer la structure')
      await titled(page, name)
      const kept = page.url()

      await page.goto(`${base}/nouvelle`)
      await fill(page, { Nom: double, 'Secteur d’activité': 'Culture' })
      await page.getByRole('button', { name: 'Créer la structure' }).click()
      await page.getByText(`Une structure de ce nom existe peut-être déjà : ${name}.`).first().waitFor()
      await page.getByRole('checkbox', { name: 'C’est une autre structure : la créer' }).check()
      await send(page, 'Créer la structure')
      await titled(page, double)

      await page.goto(kept)
      await follow(page, 'Réunir deux fiches')
      await titled(page, `Réunir une fiche en double avec ${name}`)
      await follow(page, double)
      await page.getByRole('button', { name: 'Réunir les deux fiches' }).waitFor()
      const taken = page.getByRole('checkbox', { name: /Secteur d’activité/ })
      expect(await taken.isChecked()).toBe(true)
      await send(page, 'Réunir les deux fiches')
      await page.getByText(new RegExp(`^${double} a été réunie à cette fiche`)).waitFor()
      await page.getByText('Culture').first().waitFor()

      await send(page, `Séparer ${double}`)
      await titled(page, name)
      expect(await page.getByText('Culture').count()).toBe(0)
    })

  test('forgets a person at her request, without JavaScript', async ({ as }) => {
    const page = await as('practitioner@demo.example', { ...phone, javaScriptEnabled: false })
    await page.goto(`${base}/nouvelle`)
    await fill(page, { Nom: 'La Tanière Oubliée' })
    await send(page, 'Créer la structure')
    await follow(page, 'Ajouter une personne')
    const sheet = page.locator('#personne')
    await fill(sheet, { Nom: 'Zélie Aubry', 'Adresse électronique': 'zelie@taniere.example' })
    await send(sheet, 'Enregistrer la personne')
    await page.getByRole('link', { name: /Zélie Aubry/ }).click()
    const part = await unfold(sheet, 'Effacer cette personne')
    const box = part.getByRole('checkbox', { name: /Elle demande/ })
    expect(await refused(part, 'Effacer cette personne', box)).toContain('Cochez la case')
    await box.check()
    await send(part, 'Effacer cette personne', 'C’est enregistré.')
    expect(await page.getByText('Zélie Aubry').count()).toBe(0)
    await follow(page, 'Historique')
    await page.getByText('Données d’une personne effacées').waitFor()
    expect(await page.getByText('Zélie Aubry').count()).toBe(0)
  })

  test('is compared on a page that everybody can use', async ({ as }) => {
    const page = await as('manager@demo.example')
    await watch(page.context())
    await page.goto(base)
    const own = await page
      .getByRole('row')
      .getByRole('link')
      .evaluateAll(links => links.map(link => link.getAttribute('href')))
    const [kept, other] = own.map(path => path?.split('/').at(-1))
    expect(await faultsOf(page, `${base}/${kept}/fusion?autre=${other}`)).toEqual([])
  })
})
