import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { openEngineering } from './acts/engineerings.ts'
import { choose, fill, follow, send } from './acts/screen.ts'

const title = 'Communication et recherche de partenaires'

describe('a consultation', () => {
  test('is decided in a browser without JavaScript, and leaves its minutes', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await openEngineering(page, 'in_progress', title)
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
