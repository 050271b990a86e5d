import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { demonstrationAccounts, demonstrationPassword } from '#db/seed/demonstration.ts'
import { test } from '../harness/browser-test.ts'
import { Visitor } from '../harness/visitor.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
/** WCAG 1.4.10: 1280 pixels read at 400 %. */
const narrow = { width: 320, height: 700 }
const looks = [desk, phone].flatMap(viewport =>
  (['light', 'dark'] as const).map(colorScheme => ({ viewport, colorScheme })),
)
/** More than any of them has today; a crawl that reaches it has gone round in circles. */
const mostPages = 120

type Violation = { id: string; nodes: string[] }

const violations = (page: Page) =>
  page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(node => node.html.slice(0, 200)) })))`,
  )

const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** What is wrong on one page, in words; nothing when it may be shown. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const said = (message: string) => faults.push(`${path}: ${message}`)
  const { origin } = new URL(inject('product').address)
  const listeners = {
    console: (message: { type(): string; text(): string }) =>
      ['error', 'warning'].includes(message.type()) && said(`console: ${message.text().slice(0, 300)}`),
    request: (request: { url(): string }) =>
      new URL(request.url()).origin !== origin && !request.url().startsWith('data:') && said(`asks ${request.url()}`),
  }
  page.on('console', listeners.console)
  page.on('request', listeners.request)
  await page.setViewportSize(desk)
  await page.goto(path, { waitUntil: 'networkidle' })
  // Past the security policy of the page, as the debugger's own evaluation is.
  await page.evaluate(axeSource)
  for (const { viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    for (const { id, nodes } of await violations(page))
      said(`axe ${id} at ${viewport.width} ${colorScheme}: ${nodes.join(' | ')}`)
    if ((await beyond(page)) > 0) said(`scrolls sideways at ${viewport.width}: ${await beyond(page)} px`)
  }
  await page.setViewportSize(narrow)
  if ((await beyond(page)) > 0) said(`scrolls sideways at ${narrow.width}: ${await beyond(page)} px`)
  page.off('console', listeners.console)
  page.off('request', listeners.request)
  return faults
}

async function pagesOf(email: string | null): Promise<string[]> {
  const visitor = new Visitor(inject('product').address, email ?? 'a passer-by')
  if (email) await visitor.signIn(email, demonstrationPassword)
  const { pages } = await visitor.explore(email ? '/' : '/connexion', mostPages)
  return pages
}

describe('every page that a person can reach', () => {
  for (const email of [null, ...demonstrationAccounts.map(account => account.email)])
    test(`may be shown: those of ${email ?? 'a passer-by'}, in both widths and themes`, async ({ page }) => {
      const paths = await pagesOf(email)
      expect(paths.length).toBeGreaterThan(0)
      expect(paths.length).toBeLessThan(mostPages)
      if (email) {
        await page.goto('/connexion')
        await page.getByLabel('Adresse électronique').fill(email)
        await page.getByLabel('Mot de passe').fill(demonstrationPassword)
        await page.getByRole('button', { name: 'Se connecter' }).click()
        await page.waitForURL(url => url.pathname !== '/connexion')
      }
      const faults: string[] = []
      for (const path of paths) faults.push(...(await faultsOf(page, path)))
      process.stdout.write(`${email ?? 'a passer-by'}: ${paths.length} pages\n`)
      expect(faults).toEqual([])
    }, 300_000)

  test('carries a nonce of its own in each answer, and lets no script without it run (WEB-01)', async ({ page }) => {
    const visitor = new Visitor(inject('product').address, 'a passer-by')
    const policies = await Promise.all(
      ['/connexion', '/connexion'].map(async path => (await visitor.get(path)).headers),
    )
    const nonces = policies.map(headers => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1])
    expect(nonces[0]).toBeTruthy()
    expect(nonces[1]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    const refused: string[] = []
    page.on('console', message => message.type() === 'error' && refused.push(message.text()))
    await page.goto('/connexion')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "written by a stranger"'
      document.body.append(script)
    })
    expect(await page.title()).not.toBe('written by a stranger')
    expect(refused.join(' ')).toMatch(/Content Security Policy/)
  })
})
