import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { demonstrationPassword } from '#db/seed/demonstration.ts'

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

type Look = Parameters<Browser['newContext']>[0]

/** Where a test that failed left a page: its address, and what a person would read there. */
async function showEnd(page: Page): Promise<void> {
  const main = await page
    .getByRole('main')
    .ariaSnapshot({ timeout: 1_000 })
    .catch(() => '(no content)')
  process.stderr.write(`${page.url()}\n${main.split('\n').slice(0, 60).join('\n')}\n`)
}

/** What a phone is, for the screens that are made for one. */
export const phone = { viewport: { width: 390, height: 844 } }

/** Types an address and its password at the door; answers once inside. */
export async function signIn(page: Page, email: string, password = demonstrationPassword): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/connexion'))
}

/**
 * The browser project's `test`: a `page` of a new visitor of the running product; `visit` makes another (a phone, another
 * language, no JavaScript), `as` one who has already signed in. An error that a page does not catch fails the test.
 */
export const test = base.extend<{
  browser: Browser
  doors: Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>
  visit: (look?: Look) => Promise<Page>
  as: (email: string, look?: Look) => Promise<Page>
  page: Page
}>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first argument's pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: inject('browser').path,
        headless: true,
        args: flags,
        // Where no language is set, Chromium calls every file with an accent "download".
        env: { ...process.env, LANG: 'C.UTF-8' },
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser, task }, use) => {
    const contexts: BrowserContext[] = []
    const uncaught: Error[] = []
    await use(async look => {
      const context = await browser.newContext({ ...visitor, baseURL: inject('product').address, ...look })
      // Generous: on a busy machine a page that is right takes its time, and one that is wrong fails all the same.
      context.setDefaultTimeout(30_000)
      context.on('weberror', failure => uncaught.push(failure.error()))
      contexts.push(context)
      return context.newPage()
    })
    if (task.result?.errors?.length)
      for (const page of contexts.flatMap(context => context.pages())) await showEnd(page)
    await Promise.all(contexts.map(context => context.close()))
    if (uncaught[0]) throw uncaught[0]
  },
  // Each account signs in once for a whole file: its cookies are handed to the pages that follow.
  doors: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first argument's pattern
    async ({}, use) => {
      await use(new Map())
    },
    { scope: 'file' },
  ],
  as: async ({ doors, visit }, use) => {
    await use(async (email, look) => {
      const known = doors.get(email)
      const page = await visit({ ...look, ...(known && { storageState: known }) })
      if (known) return page
      await signIn(page, email)
      doors.set(email, await page.context().storageState())
      return page
    })
  },
  page: async ({ visit }, use) => {
    await use(await visit())
  },
})
