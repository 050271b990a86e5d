import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import tailwindcss from '@tailwindcss/vite'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const names = ['page', 'form', 'report'] as const
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

let browser: Browser
let script = ''
let sheet = ''

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // Under a test runner the compiler would otherwise write calls that only React's development build has.
    esbuild: { jsx: 'automatic', jsxDev: false },
    plugins: [tailwindcss()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      // One style sheet that needs no server: the fonts are inside it.
      assetsInlineLimit: 200_000,
      cssCodeSplit: false,
      lib: { entry: new URL('./kit/browser.tsx', import.meta.url).pathname, formats: ['iife'], name: 'kit' },
    },
  })
  for (const { output } of [built].flat().filter(result => 'output' in result)) {
    for (const file of output) {
      if (file.type === 'chunk') script += file.code
      else if (file.fileName.endsWith('.css')) sheet += file.source
    }
  }
  browser = await chromium.launch({ executablePath: inject('browser').path, args: ['--no-sandbox'] })
})

afterAll(() => browser?.close())

type Look = Parameters<Browser['newPage']>[0]

async function open(name: string, look: Look): Promise<Page> {
  const page = await browser.newPage(look)
  page.on('pageerror', error => {
    throw error
  })
  await page.setContent(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Sillage</title><meta name="viewport" content="width=device-width"><style>${sheet}</style></head><body data-sheet="${name}"><div id="root"></div></body></html>`,
  )
  await page.addScriptTag({ content: script })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** The page as it is without JavaScript: what was rendered, and nothing alive in it. */
async function still(name: string, look: Look): Promise<Page> {
  const alive = await open(name, look)
  const html = await alive.content()
  await alive.close()
  const page = await browser.newPage({ ...look, javaScriptEnabled: false })
  // An address of its own, so that a link to a part of the page stays on it.
  await page.route('http://sheet.example/**', route =>
    route.fulfill({ contentType: 'text/html', body: html.replace(/<script[\s\S]*?<\/script>/g, '') }),
  )
  await page.goto('http://sheet.example/')
  return page
}

type Violation = { id: string; nodes: string[] }

async function violations(page: Page): Promise<Violation[]> {
  await page.addScriptTag({ content: axeSource })
  return page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(node => node.html) })))`,
  )
}

const states = names.flatMap(name =>
  [desk, phone].flatMap(viewport =>
    (['light', 'dark'] as const).map(colorScheme => ({ name, viewport, colorScheme, width: viewport.width })),
  ),
)

describe('the kit', () => {
  it.each(states)('has no axe violation: $name, $width px, $colorScheme', async ({ name, viewport, colorScheme }) => {
    const page = await open(name, { viewport, colorScheme })
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it.each(names)(
    '%s holds in 320 px without scrolling sideways, letters spaced out too (WCAG 1.4.10, 1.4.12)',
    async name => {
      const page = await open(name, { viewport: { width: 320, height: 700 } })
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(await beyond()).toBe(0)
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      })
      expect(await beyond()).toBe(0)
      await page.close()
    },
  )

  it.each(names)('%s has no control under 44 px on a phone', async name => {
    const page = await open(name, { viewport: phone })
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'button, select, textarea, summary, [data-control], nav a, input:not([type=hidden])',
        ),
      ]
        // A radio is pressed through its label; a link of the way back is in a line of text.
        .map(control => control.closest('label') ?? control)
        .filter(control => control.getClientRects().length > 0 && !control.closest('ol'))
        .filter(control => control.getBoundingClientRect().height < 44)
        .map(control => control.outerHTML.slice(0, 120)),
    )
    expect(small).toEqual([])
    await page.close()
  })

  it('turns the rows of a table into cards on a phone, still a table for a screen reader', async () => {
    const page = await open('report', { viewport: phone })
    const header = page.getByRole('rowheader', { name: 'Vélo pour tous' })
    const cell = page.getByRole('cell', { name: '3,2' })
    const [top, below] = [await header.boundingBox(), await cell.boundingBox()]
    expect(below?.y).toBeGreaterThan((top?.y ?? 0) + (top?.height ?? 0) - 1)
    const said = await cell.evaluate(element => getComputedStyle(element, '::before').content)
    expect(said).toBe('"ETP"')
    await page.setViewportSize(desk)
    expect((await cell.boundingBox())?.y).toBe((await header.boundingBox())?.y)
    await page.close()
  })

  it('stands the wake up on a phone and lays it down on a desk', async () => {
    const page = await open('page', { viewport: phone })
    const [first, last] = [page.getByText('Accueil', { exact: true }), page.getByText('+ 6 mois')]
    const across = async () => ((await last.boundingBox())?.x ?? 0) - ((await first.boundingBox())?.x ?? 0)
    expect(await across()).toBe(0)
    await page.setViewportSize(desk)
    expect(await across()).toBeGreaterThan(400)
    await page.close()
  })

  it('shows on paper the light palette, neither rail nor buttons, and the table of a chart', async () => {
    const page = await open('page', { viewport: desk, colorScheme: 'dark' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await ground()).toBe('rgb(18, 23, 29)')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(29, 37, 48)')
    expect(await page.getByRole('navigation', { name: 'Principale' }).count()).toBe(0)
    expect(await page.getByText('Saisir une séance').isVisible()).toBe(false)
    await page.close()
    const report = await open('report', { viewport: desk })
    await report.emulateMedia({ media: 'print' })
    expect(await report.getByRole('columnheader', { name: 'Moment' }).isVisible()).toBe(true)
    await report.close()
  })

  it('lets data-theme win over what the system prefers', async () => {
    const page = await open('page', { viewport: desk, colorScheme: 'dark' })
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(250, 248, 243)')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 23, 29)')
    await page.close()
  })

  it('shows which page is current in the colours that a person imposes', async () => {
    const page = await open('page', { viewport: desk, forcedColors: 'active' })
    const edges = await page
      .getByRole('navigation', { name: 'Principale' })
      .getByRole('link')
      .evaluateAll(links => links.map(link => getComputedStyle(link).borderLeftColor))
    expect(new Set(edges).size).toBe(2)
    await page.close()
  })
})

describe('a dialog', () => {
  it('opens over the page, keeps the keyboard, and gives the focus back', async () => {
    const page = await open('page', { viewport: desk })
    const trigger = page.getByRole('link', { name: 'Abandonner…' })
    await trigger.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Abandonner ?' })
    expect(await dialog.evaluate(element => element.matches(':modal'))).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await trigger.evaluate(element => element === document.activeElement)).toBe(true)
    await trigger.click()
    await page.getByText('Ne rien changer').click()
    expect(await dialog.isVisible()).toBe(false)
    await page.close()
  })

  it('opens in its place and closes without JavaScript', async () => {
    const page = await still('page', { viewport: phone })
    const dialog = page.getByRole('dialog', { name: 'Abandonner ?' })
    expect(await dialog.isVisible()).toBe(false)
    await page.getByText('Abandonner…').click()
    expect(await dialog.isVisible()).toBe(true)
    await page.getByText('Ne rien changer').click()
    expect(await dialog.isVisible()).toBe(false)
    await page.close()
  })
})

describe('the keyboard', () => {
  it('reaches the content first, and the menu of a phone opens without JavaScript', async () => {
    const page = await still('page', { viewport: phone })
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Aller au contenu' })
    expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#contenu$/)
    const link = page.getByRole('link', { name: /Accompagnements 58/ })
    expect(await link.isVisible()).toBe(false)
    await page.getByText('Menu', { exact: true }).click()
    expect(await link.isVisible()).toBe(true)
    await page.close()
  })
})
