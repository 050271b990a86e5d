import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { fill, follow, send, titled } from './acts/screen.ts'

const title = 'Modèles socio-économiques, promotion du canal'

/** Comes back to a page until what was left in the outbox has been done. */
async function until(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return (await page.getByRole('main').textContent()) ?? ''
      },
      { timeout: 30_000 },
    )
    .toMatch(words)
}

const numberIn = (text: string) => Number(text.replace(/[^\d,]/g, '').replace(',', '.'))
const partOf = async (page: Page, operator: string) => {
  const row = page.getByRole('table', { name: 'Opérateurs' }).getByRole('row').filter({ hasText: operator })
  const [, days = '', euros = ''] = await row.getByRole('cell').allInnerTexts()
  return { days: numberIn(days), euros: numberIn(euros) }
}

describe('an engineering shared by key between two operators', () => {
  test('is proposed, accepted and counted in both, and their parts are the whole', async ({ as }) => {
    const lead = await as('practitioner@demo.example')
    await lead.goto('/o/dla-demo/collectifs')
    await follow(lead, title)
    await titled(lead, title)
    await follow(lead.getByRole('navigation', { name: `Pages de l’ingénierie ${title}` }), 'Partage')
    await fill(lead, { 'Votre poids dans la clé': '2', 'Poids 1': '' })
    await lead.getByRole('button', { name: 'Enregistrer la clé' }).click()
    await lead.locator('[name="partners[0].weight"][aria-invalid=true]').waitFor()
    await fill(lead, { 'Poids 1': '1' })
    await send(lead, 'Enregistrer la clé', 'La clé est enregistrée.')
    await lead.getByText(/Tant qu’un opérateur n’a pas accepté sa part/).waitFor()

    const partner = await as('practitioner@other.example')
    await partner.goto('/o/incubateur-demo/collectifs')
    await follow(partner, 'Ingénieries que d’autres opérateurs partagent avec vous')
    await titled(partner, 'Ingénieries partagées')
    await until(partner, /3,75 jours/)
    await send(partner, 'Accepter cette part', 'Votre réponse est envoyée.')
    await until(lead, /Acceptée/)
    await until(partner, /Comptés dans vos chiffres/)

    const parts = [await partOf(lead, 'Porte l’ingénierie'), await partOf(lead, 'Acceptée')]
    expect(parts).toEqual([
      { days: 7.25, euros: 7500 },
      { days: 3.75, euros: 3750 },
    ])
    expect(await partner.getByText(/^Votre part/).textContent()).toMatch(/3,75 jours, 3\s?750/)

    // One of its own cases takes part: her figures lead to it.
    await partner.locator('summary').filter({ hasText: 'Ajouter un autre de vos dossiers' }).click()
    await fill(partner, { 'Numéro du dossier': '1999-0001' })
    await partner.getByRole('button', { name: 'Ajouter', exact: true }).last().click()
    await partner.getByText('Aucun dossier ne porte ce numéro.', { exact: false }).first().waitFor()
    const shares = partner.url()
    await partner.goto('/o/incubateur-demo/accompagnements')
    const number = (await partner.locator('tbody th a').first().getAttribute('href'))?.slice(-9) ?? ''
    await partner.goto(shares)
    await partner.locator('summary').filter({ hasText: 'Ajouter un autre de vos dossiers' }).click()
    await fill(partner, { 'Numéro du dossier': number })
    await send(partner, 'Ajouter', /^Le dossier de [^{]+ participe/)
    await partner.getByRole('link', { name: new RegExp(number) }).waitFor()

    const period = `du=2020-01-01&au=${new Date().getFullYear() + 1}-12-31`
    await partner.goto(`/o/incubateur-demo/rapports/chiffres/provider_days?${period}`)
    await partner
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .waitFor()
    const there = await partner.getByRole('main').textContent()
    await lead.goto(`/o/dla-demo/collectifs`)
    await follow(lead, title)
    const held = /Jours tenus : ([\d,]+)/.exec((await lead.getByRole('main').textContent()) ?? '')?.[1] ?? ''
    // A third of the days held, as figures count them: not rounded to the quarter-day.
    const third = (Number(held.replace(',', '.')) / 3).toLocaleString('fr-FR', { maximumFractionDigits: 2 })
    expect(there).toContain(third.slice(0, 4))
  }, 150_000)
})
