import { describe, expect } from 'vitest'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { choose, fill, titled } from './acts/screen.ts'

describe('the tracked questions of a programme', () => {
  test('are answered at a wave and compared with T0, on a phone without JavaScript', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'practitioner@other.example')
    await page.goto('/o/incubateur-demo/accompagnements')
    await page.getByRole('link', { name: 'Les Heures douces' }).first().click()
    await titled(page, 'Les Heures douces')
    const number = new URL(page.url()).pathname
    await page.goto(`${number}/suivi`)
    await page.getByText('Noter une réponse donnée par téléphone').click()
    await page
      .getByText(/Au départ\s: \d/)
      .first()
      .waitFor()
    await choose(page, 'L’équipe croit à la suite du projet', '4')
    await fill(page, { 'Clients ou usagers réguliers': 'une foule', 'Qui répond': 'La présidente' })
    await page.getByRole('button', { name: 'Enregistrer les réponses' }).click()

    // Refused where it was typed, and everything is still there.
    const clients = page.getByRole('textbox', { name: 'Clients ou usagers réguliers' })
    expect(await clients.inputValue()).toBe('une foule')
    expect(await clients.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('textbox', { name: 'Qui répond' }).inputValue()).toBe('La présidente')
    await clients.fill('21')
    await page.getByRole('button', { name: 'Enregistrer les réponses' }).click()

    const compared = page.getByRole('table', { name: 'Questions suivies' }).getByRole('row')
    await compared.filter({ hasText: 'Clients ou usagers réguliers' }).getByText('21').waitFor()
    const who = page.getByRole('region', { name: 'Questions suivies' })
    expect(await who.getByText('par téléphone, La présidente').count()).toBe(1)
  })
})
