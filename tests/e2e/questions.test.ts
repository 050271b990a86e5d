import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { fill, send, titled } from './acts/screen.ts'

const report = /^Lire le rapport \d{4}$/

describe('a question about a published report', () => {
  for (const javaScriptEnabled of [true, false])
    test(`goes from a figure to the manager and back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const question = `Que compte-t-on ici, ${javaScriptEnabled ? 'en clair' : 'sur papier'} ?`
      const answer = `Les diagnostics que la structure a validés. (${javaScriptEnabled})`
      const funder = await as('funder@demo.example', { javaScriptEnabled })
      await funder.goto('/financeur')
      await funder.getByRole('link', { name: report }).first().click()
      await titled(funder, 'Ce que la convention a rendu possible')
      await funder.getByRole('link', { name: 'D’où vient ce chiffre : Diagnostics validés' }).first().click()
      await titled(funder, 'Diagnostics validés')
      await funder.getByText('Valeurs connues', { exact: true }).waitFor()

      await funder.getByRole('button', { name: 'Envoyer la question' }).click()
      await funder.getByRole('alert').first().waitFor()
      expect(await funder.getByLabel('Votre question').getAttribute('aria-invalid')).toBe('true')
      await fill(funder, { 'Votre question': question })
      await send(funder, 'Envoyer la question', 'La question est envoyée.')
      const asked = funder.getByRole('listitem').filter({ hasText: question })
      await asked.getByText('en attente de réponse').waitFor()

      const manager = await as('manager@demo.example', { javaScriptEnabled })
      await manager.goto('/o/dla-demo/rapports')
      await manager
        .getByRole('row')
        .filter({ hasText: /questions? en attente/ })
        .getByRole('link')
        .first()
        .click()
      const line = manager.getByRole('listitem').filter({ hasText: question })
      await line.getByText('Répondre à Hélène Garnier').click()
      await fill(line, { 'Votre réponse': answer })
      await send(line, 'Envoyer la réponse', 'La réponse est envoyée.')

      await funder.reload()
      await asked.getByText(answer).waitFor()
      await funder.getByRole('link', { name: /^Rapport \d{4}/ }).click()
      await funder.getByRole('region', { name: 'Questions posées sur cette édition' }).getByText(answer).waitFor()
    })

  test('leads from a quotation to its kind and its consent, and to no name', async ({ as }) => {
    const page = await as('funder@demo.example')
    await page.goto('/financeur')
    await page.getByRole('link', { name: report }).first().click()
    await page.getByRole('link', { name: 'D’où vient cette citation' }).first().click()
    await titled(page, 'D’où vient cette citation')
    await page.getByText(/La personne accepte d’être citée auprès de/).waitFor()
    await page.getByText('Le nom de la structure et le dossier restent chez DLA du Loiret.').waitFor()
  })
})
