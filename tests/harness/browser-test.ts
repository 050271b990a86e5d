import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, inject } from 'vitest'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a visitor's browser is like, unless the test says otherwise. */
const visitor = { locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1280, height: 900 } }

/**
 * The browser project's `test`: a `page` of a new visitor of the running product; `visit` makes another (a phone, another
 * language, no JavaScript). An error that a page does not catch fails the test.
 */
export const test = base.extend<{
  browser: Browser
  visit: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
  page: Page
}>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first argument's pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: inject('browser').path, headless: true, args: flags })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const uncaught: Error[] = []
    await use(async options => {
      const context = await browser.newContext({ ...visitor, baseURL: inject('product').address, ...options })
      context.setDefaultTimeout(10_000)
      context.on('weberror', failure => uncaught.push(failure.error()))
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map(context => context.close()))
    if (uncaught[0]) throw uncaught[0]
  },
  page: async ({ visit }, use) => {
    await use(await visit())
  },
})
