import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { openEngineering } from './acts/engineerings.ts'
import { linkOfLetter } from './acts/manager.ts'
import { choose, fill, follow, group, send, titled } from './acts/screen.ts'

const base = '/o/dla-demo'
const title = 'Tableau de bord de pilotage'

describe('a provider', () => {
  test('answers a consultation by its link, without JavaScript, and its offer enters the page of the team', async ({
    as,
    visit,
  }) => {
    const manager = await as('manager@demo.example')
    const recipient = 'contact@bureaudetudesgrandlarge.example'
    const link = new URL(await linkOfLetter(manager, recipient, `Consultation : ${title}`)).pathname
    const bidder = await visit({ ...phone, javaScriptEnabled: false })
    await bidder.goto(link)
    await titled(bidder, title)
    await bidder.getByText('Le bureau découvre les écarts').waitFor()
    await choose(bidder, 'Votre intention', 'Oui, nous répondrons')
    await send(bidder, 'Le dire')

    await fill(bidder, { 'Votre proposition': 'Deux ateliers et un essai.' })
    await bidder.getByLabel('Jours proposés').fill('trois')
    await bidder.getByLabel('Montant HT').fill('2 950,50')
    await send(bidder, 'Déposer l’offre')
    expect(await bidder.getByLabel('Jours proposés').getAttribute('aria-invalid')).toBe('true')
    expect(await bidder.getByLabel('Montant HT').inputValue()).toBe('2 950,50')
    await bidder.getByLabel('Jours proposés').fill('2,75')
    await bidder
      .getByLabel('Document')
      .setInputFiles({ name: 'offre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1\n%%EOF\n') })
    await send(bidder, 'Déposer l’offre')
    await bidder.getByText('Votre offre déposée').waitFor()
    await bidder.getByText('offre.pdf').first().waitFor()
    const looked = await visit()
    await watch(looked.context())
    expect(await faultsOf(looked, link)).toEqual([])

    await openEngineering(manager, 'planning', title)
    await follow(manager, 'Consultation')
    const row = manager.getByRole('row').filter({ hasText: 'Bureau d’études Grand Large' })
    await row.getByText('déposée par lien').waitFor()
    const file = await manager.request.get((await row.getByRole('link').getAttribute('href')) ?? '')
    expect(file.headers()['content-disposition']).toContain('offre.pdf')
  })

  test('is cited as the organisation agrees by its link, until it changes its mind', async ({ as, visit }) => {
    const page = await as('manager@demo.example')
    await page.goto(`${base}/reglages/courrier`)
    const row = page.getByRole('row').filter({ hasText: /peut-il citer votre accompagnement/ })
    const subject = (await row.first().getByRole('link').textContent()) ?? ''
    const recipient = (await row.first().getByRole('cell').first().textContent()) ?? ''
    const link = new URL(await linkOfLetter(page, recipient, subject.trim())).pathname
    const leader = await visit({ ...phone, javaScriptEnabled: false })
    await leader.goto(link)
    for (const answer of ['Oui, sans notre nom', 'Oui, avec le nom de notre structure', 'Non']) {
      await group(leader, 'Votre choix').getByRole('radio', { name: answer }).check()
      await leader.getByRole('button', { name: /(Envoyer|Changer) ma réponse/ }).click()
      await leader.getByText('C’est noté, merci').waitFor()
      expect(await leader.getByRole('radio', { name: answer }).isChecked()).toBe(true)
    }
    await watch(page.context())
    expect(await faultsOf(page, link)).toEqual([])
    expect(await faultsOf(page, `${base}/prestataires`)).toEqual([])
  })
})
