import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { choose, fill, follow, send } from './acts/screen.ts'

const title = 'Communication et recherche de partenaires'

/** The engineering of the demonstration that is not bought yet, found through its case. */
async function openEngineering(page: Page): Promise<void> {
  const cases = '/o/dla-demo/accompagnements?etat=in_progress'
  await page.goto(cases)
  const paths = await page
    .locator('tbody th a')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  for (const path of paths) {
    await page.goto(`${path}/ingenieries`)
    const link = page.getByRole('link', { name: title, exact: true })
    if ((await link.count()) === 0) continue
    await link.first().click()
    return
  }
  throw new Error('no engineering of that title')
}

describe('a consultation', () => {
  test('is decided in a browser without JavaScript, and leaves its minutes', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await openEngineering(page)
    await follow(page, 'Cahier des charges')
    await page.getByText('Ce texte est parti aux prestataires').waitFor()
    await follow(page, 'Consultation')

    await send(page, 'Retenir ce prestataire')
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByLabel('Raisons du choix').getAttribute('aria-invalid')).toBe('true')
    const chosen = page.getByRole('group', { name: 'Prestataire retenu' }).getByRole('radio').first()
    await chosen.check()
    await fill(page, { 'Raisons du choix': 'La meilleure méthode, et l’avis de la structure.' })
    await choose(page, 'Conflit d’intérêts', 'Aucun lien déclaré.')
    await send(page, 'Retenir ce prestataire', /est retenu/)
    await page.getByText('La meilleure méthode, et l’avis de la structure.').waitFor()
    expect(await page.getByText(/lettre (partie|prête à partir)/).count()).toBe(2)

    const minutes = await page.getByRole('link', { name: 'Procès-verbal (DOCX)' }).getAttribute('href')
    const file = await page.request.get(minutes ?? '')
    expect(file.headers()['content-disposition']).toContain('.docx')
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK')
  })
})
