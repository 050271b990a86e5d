import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'

/** Addresses of the first operator, each with what it shows there and nobody else may read. */
type Secret = { path: string; words: string }
const secrets: Secret[] = []

const main = (page: Page) => page.getByRole('main')

/** What she is answered at each address, as a page and as the data of one. */
async function readings(page: Page): Promise<string[]> {
  const read: string[] = []
  for (const { path, words } of secrets) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    const asks = answer.status() === 302 && answer.headers().location?.startsWith('/connexion')
    const said = `${await answer.text()}${await (await page.request.get(`${path}.data`)).text()}`
    const leaks = words !== '' && said.includes(words)
    read.push(`${path} ${asks ? 'asks to sign in' : answer.status()}${leaks ? ` tells ${words}` : ''}`)
  }
  return read
}

const everywhere = (answer: string | number) => secrets.map(({ path }) => `${path} ${answer}`)

describe('the pages of an operator', () => {
  test('name people, organisations and agreements to those who work there', async ({ as }) => {
    const page = await as('manager@demo.example')
    const base = '/o/dla-demo'
    const linked = async (path: string, name?: RegExp) => {
      await page.goto(path)
      const link = main(page)
        .getByRole('rowheader')
        .getByRole('link', name ? { name } : {})
        .first()
      return { path: (await link.getAttribute('href')) ?? '', words: (await link.textContent()) ?? '' }
    }
    const running = await linked(`${base}/accompagnements?etat=in_progress`)
    const tabs = [
      'accueil',
      'diagnostic',
      'parcours',
      'ingenieries',
      'seances',
      'bilan',
      'suivi',
      'documents',
      'historique',
      'gerer',
      'benevolat',
      'typologie',
    ]
    secrets.push(running, ...tabs.map(tab => ({ path: `${running.path}/${tab}`, words: running.words })))
    for (const link of [
      await linked(`${base}/structures`),
      await linked(`${base}/prestataires`),
      await linked(`${base}/collectifs`),
    ])
      secrets.push(link)
    secrets.push(await linked(`${base}/conventions`, /EMPLOI/), { path: `${base}/equipe`, words: 'Malik Haddad' })
    for (const path of [
      'aujourdhui',
      'accompagnements',
      'structures',
      'prestataires',
      'rappels',
      'temoignages',
      'rapports',
      'conventions',
      'reglages',
      'reglages/courrier',
      'reglages/calendrier',
      'notifications',
    ])
      secrets.push({ path: `${base}/${path}`, words: '' })
    // What is tried against the others is there to be read by her.
    for (const { path, words } of secrets) {
      const answer = await page.request.get(path)
      expect(answer.status(), path).toBe(200)
      expect(await answer.text(), path).toContain(words)
    }
  })

  for (const email of [
    'practitioner@other.example',
    'consultant@demo.example',
    'funder@demo.example',
    'network@demo.example',
  ])
    test(`are not there for ${email}`, async ({ as }) => {
      expect(await readings(await as(email))).toEqual(everywhere(404))
    })

  test('ask a passer-by to sign in, and name nobody', async ({ page }) => {
    expect(await readings(page)).toEqual(everywhere('asks to sign in'))
  })
})

describe('the pages of those who belong to no operator', () => {
  const spaces = {
    '/consultant': 'consultant@demo.example',
    '/financeur': 'funder@demo.example',
    '/reseau': 'network@demo.example',
  }
  for (const [path, owner] of Object.entries(spaces))
    test(`${path} shows nothing of hers to somebody else`, async ({ as, page }) => {
      const mine = await as(owner)
      expect((await mine.goto(path))?.status()).toBe(200)
      const below = await main(mine)
        .getByRole('link')
        .evaluateAll(
          (links, of) => links.map(link => link.getAttribute('href') ?? '').filter(href => href.startsWith(`${of}/`)),
          path,
        )
      for (const other of ['practitioner@other.example', ...Object.values(spaces).filter(email => email !== owner)]) {
        const hers = await as(other)
        for (const address of below) expect((await hers.request.get(address)).status(), `${other} ${address}`).toBe(404)
      }
      for (const address of [path, ...below]) {
        const answer = await page.request.get(address, { maxRedirects: 0 })
        expect(answer.headers().location, address).toMatch(/^\/connexion/)
      }
    })
})
