import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'
import { follow, send } from './acts/screen.ts'

const base = '/o/dla-demo/accompagnements'

describe('a second reading', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is asked for, read over, answered and cited, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
      visit,
    }) => {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      await page.goto(`${base}?etat=in_progress`)
      const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
      await page.goto(path ?? '')
      const organisation = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      await follow(page, 'Demander une seconde lecture')
      const address = `lecture.${javaScriptEnabled}@centre.example`
      await page.getByLabel('Spécialité').selectOption({ label: 'Financement' })
      await page.getByLabel('Centre de ressources').fill('Centre Finances')
      await page.getByLabel('Personne qui relit').fill('Jeanne Roux')
      await page.getByLabel('Son adresse électronique').fill(address)
      await page.getByLabel('Votre question').fill(`Le modèle de ${organisation} tient-il ? Appelez le 06 12 34 56 78.`)
      await page.getByLabel('Réponse attendue au plus tard le').fill('2020-01-01')
      await page.getByLabel('La taille et le budget').check()
      await page.getByRole('button', { name: 'Préparer la copie' }).click()
      await page.getByText('Laissez au moins un jour au centre').first().waitFor()
      expect(await page.getByLabel('Centre de ressources').inputValue()).toBe('Centre Finances')
      expect(await page.getByLabel('La taille et le budget').isChecked()).toBe(true)
      expect(await page.getByLabel('La demande').isChecked()).toBe(false)
      const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
      await page.getByLabel('Réponse attendue au plus tard le').fill(soon)
      await send(page, 'Préparer la copie', 'C’est enregistré.')

      await page.getByText('Cette page montre exactement ce que Jeanne Roux pourra lire').waitFor()
      const question = page.getByLabel('Votre question')
      expect(await question.inputValue()).toBe('Le modèle de […] tient-il ? Appelez le […].')
      await question.fill('Le modèle tient-il, vu ses charges ?')
      await page.getByRole('textbox', { name: 'Besoins', exact: true }).fill('– Consolider le modèle')
      await send(page, 'Enregistrer ces textes', 'C’est enregistré.')
      // What is typed last leaves too, saved or not.
      await question.fill('Le modèle tient-il, vu ses charges fixes ?')
      await send(page, 'Envoyer cette copie', 'La copie part au centre de ressources.')
      const review = page.url()

      const link = await linkOfLetter(
        await as('manager@demo.example'),
        address,
        'Une seconde lecture vous est demandée',
      )
      const centre = await visit({ ...phone, javaScriptEnabled: false })
      await centre.goto(new URL(link).pathname)
      await centre.getByText('Le modèle tient-il, vu ses charges fixes ?').waitFor()
      expect(await centre.getByText('– Consolider le modèle').isVisible()).toBe(false)
      await centre.getByRole('button', { name: 'Ouvrir le dossier' }).click()
      await centre.getByText('– Consolider le modèle').waitFor()
      expect(await centre.getByRole('main').textContent()).not.toContain(organisation)
      await centre.getByRole('button', { name: 'Envoyer la réponse' }).click()
      await centre.getByRole('link', { name: /Votre avis/ }).waitFor()
      await centre.getByLabel('Voici notre avis').check()
      await centre.getByLabel('Votre avis').fill('Il tient si les charges baissent d’un dixième.')
      await centre.getByLabel('Spécialités de prestataires').fill('Contrôle de gestion associatif')
      await centre.getByRole('button', { name: 'Envoyer la réponse' }).click()
      await centre.getByText('Votre réponse est arrivée').waitFor()
      if (javaScriptEnabled) {
        const looked = await visit()
        await watch(looked.context())
        expect(await faultsOf(looked, new URL(link).pathname)).toEqual([])
      }

      await page.goto(review)
      await page.getByText('Il tient si les charges baissent d’un dixième.').waitFor()
      await page.getByText(/^Jeanne Roux, Centre Finances, le /).waitFor()
      await page.goto(path ?? '')
      await page.getByText('Centre Finances donne son avis').first().waitFor()
    })

  test('that is taken back opens on nothing, at once', async ({ as, visit }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}?etat=in_progress`)
    const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
    await page.goto(`${path}/secondes-lectures`)
    await page.getByLabel('Spécialité').selectOption({ label: 'Sport' })
    await page.getByLabel('Centre de ressources').fill('Centre Sport')
    await page.getByLabel('Personne qui relit').fill('Paul Roux')
    await page.getByLabel('Son adresse électronique').fill('retrait@centre.example')
    await page.getByLabel('Votre question').fill('Qui pour une salle ?')
    await send(page, 'Préparer la copie', 'C’est enregistré.')
    await send(page, 'Envoyer cette copie', 'La copie part au centre de ressources.')
    const address = await linkOfLetter(
      await as('manager@demo.example'),
      'retrait@centre.example',
      'Une seconde lecture vous est demandée',
    )
    const centre = await visit()
    await centre.goto(new URL(address).pathname)
    await centre.getByText('Qui pour une salle ?').waitFor()
    await send(page, 'Retirer la demande', 'C’est enregistré.')
    expect((await centre.goto(new URL(address).pathname))?.status()).toBe(404)
  })
})
