import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import routes from '#app/routes.ts'
import { test } from '#tests/harness/browser-test.ts'
import { faultsOf, routesOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'
import { openProgrammeCase } from './acts/programmes.ts'

/** One page for each shape of address: a second case of the same form says nothing new. */
const shapeOf = (href: string) =>
  href
    .replace(/^\/o\/[\w-]+/, '/o/:operator')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\b\d{4}-\d{4}\b/g, ':number')
    .replace(/\/chiffres\/\w+/, '/chiffres/:figure')
    .replace(/=[^&]*/g, '=')

/** Where the links of a page lead, on this site: neither files nor parts of the page. */
const linksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')]
      .filter(link => link.origin === location.origin)
      .map(link => link.pathname + link.search),
  )

/** Addresses of shapes that were looked at, and files of routes that were seen on the way. */
const seen = { shapes: new Set<string>(), routes: new Set<string>() }

/** Looks at these pages, then at one page of each new shape that their links lead to; says what is wrong. */
async function explore(page: Page, first: readonly string[], follows = true): Promise<string[]> {
  await watch(page.context())
  const faults: string[] = []
  const coming = [...first]
  for (let path = coming.shift(); path !== undefined; path = coming.shift()) {
    seen.shapes.add(shapeOf(path))
    faults.push(...(await faultsOf(page, path)))
    for (const route of await routesOf(page)) seen.routes.add(route)
    if (!follows) continue
    for (const link of await linksOf(page)) {
      if (seen.shapes.has(shapeOf(link))) continue
      seen.shapes.add(shapeOf(link))
      coming.push(link)
    }
  }
  return faults
}

const base = '/o/dla-demo'

describe('WEB-01 every page may be shown, in both widths and themes', () => {
  test('those of a manager', async ({ as }) => {
    const page = await as('manager@demo.example')
    expect(
      await explore(page, [
        `${base}/aujourdhui`,
        `${base}/reglages/courrier`,
        `${base}/reglages/dispositifs/coaching`,
        `${base}/reglages/dispositifs/changement-echelle/mise-a-jour`,
        `${base}/reglages/calendrier`,
        '/compte/double-authentification',
      ]),
    ).toEqual([])
  }, 600_000)

  test('a case in each of its states, where its next step is done', async ({ as }) => {
    const page = await as('manager@demo.example')
    await page.goto(`${base}/accompagnements`)
    const paths = await page.evaluate(async list => {
      const read = async (path: string) =>
        new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
      const linkIn = (document: Document, of: string) => document.querySelector(of)?.getAttribute('href')
      const states = [...document.querySelectorAll<HTMLOptionElement>('select[name=etat] option')].map(
        ({ value }) => value,
      )
      const found = states.map(async state => {
        const path = linkIn(await read(`${list}?etat=${state}`), 'tbody th a')
        return path && (linkIn(await read(path), '[aria-label="Prochaine étape"] a') ?? path)
      })
      return (await Promise.all(found)).flatMap(path => path ?? [])
    }, `${base}/accompagnements`)
    expect(paths.length).toBeGreaterThan(9)
    expect(await explore(page, paths, false)).toEqual([])
  })

  test('the steps of programmes that are data', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const stepsOf = async (programme: string, steps: readonly string[]) => {
      const number = await openProgrammeCase(page, programme, { project: `À voir : ${programme}` })
      return steps.map(step => `${base}/accompagnements/${number}/etapes/${step}`)
    }
    const paths = [
      ...(await stepsOf('Fabrique à initiatives', ['idea', 'study', 'transfer?structure=atelier'])),
      ...(await stepsOf('Incubation', ['jury', 'promotion'])),
    ]
    expect(await explore(page, paths, false)).toEqual([])
  })

  test('the second readings of a case', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const number = await openProgrammeCase(page, 'Incubation', { project: 'À relire' })
    const list = `${base}/accompagnements/${number}/secondes-lectures`
    await page.goto(list)
    await page.getByLabel('Spécialité').selectOption({ label: 'Autre' })
    await page.getByLabel('Centre de ressources').fill('Un centre')
    await page.getByLabel('Personne qui relit').fill('Jeanne Roux')
    await page.getByLabel('Son adresse électronique').fill('relire@centre.example')
    await page.getByLabel('Votre question').fill('Qu’en pensez-vous ?')
    await page.getByRole('button', { name: 'Préparer la copie' }).click()
    await page.getByRole('button', { name: 'Envoyer cette copie' }).waitFor()
    expect(await explore(page, [list, new URL(page.url()).pathname], false)).toEqual([])
  })

  test('a note that is shared, and a value that is put back', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const number = await openProgrammeCase(page, 'Incubation', { project: 'À relire encore' })
    const path = `${base}/accompagnements/${number}`
    await page.goto(path)
    await page.getByLabel('Nouvelle note').fill('Le loyer est payé.')
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    const sharing = await page.getByRole('link', { name: 'Partager la note' }).getAttribute('href')
    await page.getByRole('link', { name: 'Modifier la note' }).click()
    await page.getByRole('textbox', { name: 'Texte de la note' }).fill('Le loyer est dû.')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Le loyer est dû.').first().waitFor()
    await page.goto(`${path}/historique`)
    const putBack = page.getByRole('link', { name: /^Remettre cette valeur/ }).first()
    const back = await putBack.getAttribute('href')
    expect(await explore(page, [sharing ?? '', back ?? ''], false)).toEqual([])
  })

  test('a value of a territory that is put back', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}/territoires`)
    const sheet = `${await page.locator('main tbody a, main li a').first().getAttribute('href')}/fiche`
    await page.goto(sheet)
    await page.getByLabel('Label').fill('Un label de passage')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByRole('link', { name: 'Historique' }).click()
    const back = await page
      .getByRole('link', { name: /^Remettre cette valeur/ })
      .first()
      .getAttribute('href')
    expect(
      await explore(page, [new URL(back ?? '', page.url()).href.slice(new URL(page.url()).origin.length)], false),
    ).toEqual([])
  })

  test('a line of a sheet of attendance that waits for its signature', async ({ as }) => {
    const page = await as('manager@demo.example')
    await page.goto(`${base}/seances`)
    const people = await page
      .getByLabel('Dossiers de')
      .getByRole('option')
      .evaluateAll(options => options.map(option => option.getAttribute('value') ?? ''))
    const hrefs = (selector: string) =>
      page.locator(selector).evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    const sheets: string[] = []
    for (const userId of people) {
      await page.goto(`${base}/seances?charge=${userId}`)
      sheets.push(...(await hrefs('main a[href$="/emargement"]')))
    }
    let line: string | undefined
    for (const sheet of sheets) {
      await page.goto(sheet)
      line = (await hrefs('main a[href*="/emargement/"]:not([download])')).find(href => !href.includes('fichier'))
      if (line) break
    }
    expect(sheets).not.toEqual([])
    expect(await explore(page, [line ?? ''], false)).toEqual([])
  })

  test('those of a practitioner, and of another operator’s', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    expect(await explore(page, [`${base}/aujourdhui`, `${base}/equipe`])).toEqual([])
    // What another operator leads, and proposes a part of: seen where there is one.
    const others = ['/o/incubateur-demo/aujourdhui', '/o/incubateur-demo/collectifs/partages']
    expect(await explore(await as('practitioner@other.example'), others)).toEqual([])
  })

  test('those of a consultant', async ({ as }) => {
    expect(await explore(await as('consultant@demo.example'), ['/consultant', '/consultant/hors-ligne'])).toEqual([])
  })

  test('those of a funder and of a network', async ({ as }) => {
    expect(await explore(await as('funder@demo.example'), ['/financeur'])).toEqual([])
    expect(await explore(await as('network@demo.example'), ['/reseau'])).toEqual([])
  })

  test('those of somebody who comes by a personal link', async ({ as, visit }) => {
    const page = await as('manager@demo.example')
    await page.goto(`${base}/reglages/courrier`)
    const row = page.getByRole('row').filter({ hasText: 'Votre diagnostic est prêt à être relu' })
    const recipient = (await row.first().getByRole('cell').first().textContent()) ?? ''
    const link = await linkOfLetter(page, recipient, 'Votre diagnostic est prêt à être relu')
    expect(await explore(await visit(), [new URL(link).pathname], false)).toEqual([])
  })

  test('those of a passer-by', async ({ visit }) => {
    const paths = [
      '/connexion',
      '/connexion/code',
      '/mot-de-passe',
      '/mot-de-passe/passe',
      '/demande/dla-demo',
      '/r/passe',
      '/nulle-part',
    ]
    expect(await explore(await visit(), paths)).toEqual([])
  })

  test('every route is among them', async ({ page }) => {
    // These two only answer forms, and the third sends on; nothing of theirs is ever on a screen.
    // The public form has no script that would name its route: its own tests look at it.
    const silent = ['public/sign-out', 'public/language', 'public/home', 'public/second-factor', 'public/request']
    const declared = screensOf(routes).filter(route => !silent.some(name => route.endsWith(name)))
    expect(declared.filter(route => !seen.routes.has(route))).toEqual([])
    for (const path of ['/', '/langue', '/deconnexion', '/connexion/verification'])
      expect((await page.request.get(`${inject('product').address}${path}`, { maxRedirects: 0 })).status(), path).toBe(
        302,
      )
  })
})

type Entry = { file: string; id?: string; children?: readonly Entry[] }

/** The routes that have a screen, by the ids under which a page names those that it is made of. */
function screensOf(config: unknown): string[] {
  const entries: readonly Entry[] = Array.isArray(config) ? config : []
  return entries.flatMap(({ file, id, children }) => [
    ...(file.endsWith('.tsx') ? [id ?? file.replace(/\.tsx$/, '')] : []),
    ...screensOf(children),
  ])
}
