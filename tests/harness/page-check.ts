import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Both widths and both themes, in two looks: nothing of the layout depends on the theme. */
const looks = [
  { name: '1280 light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '390 dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

/** axe in every document to come, past the policy of the page, as a debugger's own scripts are; and what the policy refused. */
export async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(axeSource)
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} refuses ${blockedURI}`),
    )
  })
}

/** What is wrong with a page, in words: nothing when it may be shown. */
export async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const hear = (message: { type(): string; text(): string; location(): { url: string } }) => {
    // A page that does not exist is said so in the console too, by the browser itself.
    const isItsOwn = new URL(message.location().url || page.url()).pathname === path && message.text().includes('404')
    if (['error', 'warning'].includes(message.type()) && !isItsOwn)
      faults.push(`console: ${message.text()} ${message.location().url}`)
  }
  page.on('console', hear)
  await page.setViewportSize(looks[0].viewport)
  await page.emulateMedia({ colorScheme: looks[0].colorScheme })
  const response = await page.goto(path)
  const nonce = /'nonce-([^']+)'/.exec(response?.headers()['content-security-policy'] ?? '')?.[1]
  faults.push(...(await documentFaults(page, nonce)))
  for (const { name, viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    faults.push(...(await page.evaluate<string[]>(look)).map(fault => `${name}: ${fault}`))
  }
  page.off('console', hear)
  return faults.map(fault => `${path} ${fault}`)
}

/** The ids of the routes that a page is made of. */
export const routesOf = (page: Page) => page.evaluate<string[]>('Object.keys(window.__remixRouteModules ?? {})')

/*
 * A bar that stays at the foot of a phone covers what one scrolls past it: whether axe finds a field half hidden depends on
 * how long the page happens to be. It is looked at where it stands at the end of the page.
 */
const look = `(async () => {
  for (const bar of document.querySelectorAll('main *'))
    if (getComputedStyle(bar).position === 'sticky') bar.style.position = 'static'
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(axeRules)}, resultTypes: ['violations'] })
  const beyond = document.documentElement.scrollWidth - innerWidth
  return [
    ...violations.map(({ id, nodes }) => 'axe ' + id + ' ' + nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(' | ')),
    ...(beyond > 0 ? ['scrolls sideways by ' + beyond + ' px'] : []),
  ]
})()`

function documentFaults(page: Page, nonce: string | undefined): Promise<string[]> {
  return page.evaluate(given => {
    const headings = document.querySelectorAll('h1').length
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
    const strangers = [...document.scripts].filter(script => script.nonce !== given)
    return [
      ...(document.documentElement.lang ? [] : ['no language']),
      ...(document.title.trim() ? [] : ['no title']),
      ...(headings === 1 ? [] : [`${headings} first headings`]),
      // A label or an error would then be that of the other field; axe looks at nothing that is folded.
      ...(twice.length > 0 ? [`ids twice: ${twice.join(' ')}`] : []),
      ...(given ? [] : ['no nonce']),
      ...(strangers.length > 0 ? [`${strangers.length} scripts without the nonce`] : []),
    ]
  }, nonce)
}
