import type { Frame, Page } from 'playwright-core'
import { afterAll, describe, expect, inject } from 'vitest'
import routes from '#app/routes.ts'
import { test } from '#tests/harness/browser-test.ts'
import { embeddingSite } from '#tests/harness/embedding-site.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'
import { fill, follow, send, titled } from './acts/screen.ts'

const base = '/o/dla-demo'
const form = '/demande/dla-demo'
const title = 'Demander un accompagnement à DLA du Loiret'
const manager = 'manager@demo.example'
const sites: { stop(): Promise<void> }[] = []

afterAll(async () => {
  await Promise.all(sites.map(site => site.stop()))
})

const site = async () => {
  const opened = await embeddingSite(`${inject('product').address}${form}`)
  sites.push(opened)
  return opened
}

/** A manager lists the sites that may frame the form. */
async function listOrigins(page: Page, origins: string): Promise<void> {
  await page.goto(`${base}/reglages/formulaire`)
  await fill(page, { 'Sites qui peuvent l’afficher': origins })
  await send(page, 'Enregistrer', 'C’est enregistré.')
}

/** What the frame of another site came to show: the form, or nothing of ours. */
async function framedBy(page: Page, origin: string): Promise<Frame | undefined> {
  await page.goto(origin, { waitUntil: 'load' })
  return page.frames().find(frame => frame !== page.mainFrame())
}

async function writeAll(within: Page | Frame, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    await within.getByRole('textbox', { name, exact: true }).fill(value)
}

describe('the public form', () => {
  test('is begun without an account, taken up from a mail, sent, and accepted into a case', async ({ visit, as }) => {
    const person = await visit()
    await person.goto(form)
    await titled(person, title)
    const email = 'nour.haddad@organisations.example'
    await person.getByRole('button', { name: 'Envoyer ma demande' }).click()
    await person.getByRole('alert').first().waitFor()
    await writeAll(person, {
      'Votre demande, avec vos mots': 'Nous perdons nos bénévoles.',
      'Votre adresse électronique': email,
    })
    await person.getByRole('button', { name: 'Enregistrer et reprendre plus tard' }).click()
    await titled(person, 'C’est enregistré')
    expect(await person.context().cookies()).toEqual([])

    const office = await as(manager)
    const link = await linkOfLetter(office, email, 'Votre demande à DLA du Loiret est enregistrée')
    const later = await visit({ javaScriptEnabled: false })
    await later.goto(link)
    expect(await later.getByLabel('Votre demande, avec vos mots').inputValue()).toBe('Nous perdons nos bénévoles.')
    await later.getByLabel('Nom de votre structure').fill('Cinéma des Possibles')
    await later.getByLabel('Votre nom').fill('Nour Haddad')
    await later.getByRole('checkbox', { name: 'J’ai lu ce qui est fait de mes réponses' }).check()
    await later.getByRole('button', { name: 'Envoyer ma demande' }).click()
    await titled(later, 'Votre demande est arrivée')

    const practitioner = await as('practitioner@demo.example')
    await practitioner.goto(`${base}/demandes`)
    await follow(practitioner, 'Cinéma des Possibles')
    await practitioner.getByText('Nous perdons nos bénévoles.').waitFor()
    await practitioner.getByRole('radio', { name: 'Une nouvelle structure : Cinéma des Possibles' }).check()
    await send(practitioner, 'Accepter et ouvrir le dossier', 'La demande est acceptée')
    expect(await practitioner.getByLabel('La demande, dans les mots de la structure').inputValue()).toBe(
      'Nous perdons nos bénévoles.',
    )
    await later.reload()
    await titled(later, 'Votre demande est acceptée')
  })

  test('is declined with a reason that its author reads', async ({ visit, as }) => {
    const email = 'remi.blot@organisations.example'
    const person = await visit({ javaScriptEnabled: false })
    await person.goto(`${form}?langue=en`)
    await person.getByLabel('Your request, in your own words').fill('A van.')
    await person.getByLabel('Name of your organisation').fill('Les Amis du Canal')
    await person.getByLabel('Your name').fill('Rémi Blot')
    await person.getByLabel('Your email address').fill(email)
    await person.getByRole('checkbox', { name: 'I have read what is done with my answers' }).check()
    await person.getByRole('button', { name: 'Send my request' }).click()
    await titled(person, 'Your request has left, thank you')

    const office = await as(manager)
    await office.goto(`${base}/demandes`)
    await follow(office, 'Les Amis du Canal')
    await office.getByLabel('Raison').selectOption('Hors du champ du dispositif')
    await office.getByRole('button', { name: 'Décliner la demande' }).click()
    await office.getByRole('alert').waitFor()
    await office.getByLabel('Ce que la personne lira').fill('Votre mairie prête des véhicules.')
    await send(office, 'Décliner la demande', 'La demande est déclinée.')
    const link = await linkOfLetter(office, email, 'Answer from DLA du Loiret to your request')
    await person.goto(link)
    await titled(person, 'Votre demande n’est pas retenue')
    await person.getByText('Votre mairie prête des véhicules.').waitFor()
  })

  test('shows in a frame of a site that the operator lists, and in no other', async ({ visit, as }) => {
    const [listed, unlisted] = [await site(), await site()]
    await listOrigins(await as(manager), listed.origin)
    const page = await visit()
    const inside = await framedBy(page, listed.origin)
    await inside?.getByRole('heading', { level: 1, name: title }).waitFor()
    if (!inside) throw new Error('no frame')
    await writeAll(inside, {
      'Votre demande, avec vos mots': 'Depuis un autre site.',
      'Nom de votre structure': 'Radio du Canal',
      'Votre nom': 'Inès Roy',
      'Votre adresse électronique': 'ines.roy@organisations.example',
    })
    await inside.getByRole('checkbox', { name: 'J’ai lu ce qui est fait de mes réponses' }).check()
    await inside.getByRole('button', { name: 'Envoyer ma demande' }).click()
    await inside.getByRole('heading', { level: 1, name: 'Votre demande est partie, merci' }).waitFor()
    expect(await page.context().cookies()).toEqual([])

    const refused: string[] = []
    const other = await visit()
    other.on('console', message => refused.push(message.text()))
    const nothing = await framedBy(other, unlisted.origin)
    expect(await nothing?.getByRole('heading', { level: 1, name: title }).count()).toBe(0)
    expect(refused.join()).toMatch(/frame-ancestors|refused to connect|Framing/i)

    await listOrigins(await as(manager), '')
    const closed = await framedBy(await visit(), listed.origin)
    expect(await closed?.getByRole('heading', { level: 1, name: title }).count()).toBe(0)
  })

  test('is the only address that a listed site may frame', async ({ visit, as }) => {
    const office = await as(manager)
    await listOrigins(office, 'https://cress.example')
    const { request } = office.context()
    const policyOf = async (path: string) => {
      const answer = await request.get(`${inject('product').address}${path}`, { maxRedirects: 0 })
      const { 'content-security-policy': policy = '', 'x-frame-options': frames } = answer.headers()
      return `${/frame-ancestors ([^;]+)/.exec(policy)?.[1]} ${frames}`
    }
    const addresses = new Set([
      ...addressesOf(routes).map(address =>
        address
          .replace(':operator', 'dla-demo')
          .replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
          .replace('*', 'nulle-part'),
      ),
      ...(await linksFrom(office, `${base}/aujourdhui`)),
      ...(await linksFrom(office, `${base}/demandes`)),
      `${form}.data`,
      `${form}/plus`,
      '/demande',
      '/demande/inconnu',
      '/demande/incubateur-demo',
      '/favicon.svg',
      '/sante/live',
    ])
    addresses.delete(form)
    expect(addresses.size).toBeGreaterThan(70)
    const framed: string[] = []
    for (const address of addresses) {
      const said = await policyOf(address)
      if (said !== "'none' DENY") framed.push(`${address} ${said}`)
    }
    expect(framed).toEqual([])
    for (const same of [form, '/DEMANDE/dla-demo', `${form}?langue=en`])
      expect(await policyOf(same), same).toBe('https://cress.example undefined')
    await listOrigins(office, '')
    expect(await policyOf(form)).toBe("'none' DENY")
    const { headers } = await visit()
      .then(page => page.goto(form))
      .then(answer => ({ headers: answer?.headers() ?? {} }))
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('reads no cookie and sets none, whoever asks', async ({ as }) => {
    const { request } = (await as(manager)).context()
    const said = await request.get(`${inject('product').address}${form}`, {
      headers: { cookie: 'langue=en; fait=%7B%22key%22%3A%22saved%22%7D', 'accept-language': 'fr' },
    })
    expect(said.headers()['set-cookie']).toBeUndefined()
    const body = await said.text()
    expect(body).toContain('<html lang="fr">')
    expect(body).not.toContain('Nadia Lefèvre')
  })

  test('may be shown, empty and refused, in both widths and themes', async ({ visit }) => {
    const page = await visit()
    await watch(page.context())
    expect(await faultsOf(page, form)).toEqual([])
    expect(await faultsOf(page, `${form}?langue=en`)).toEqual([])
  })
})

type Entry = { path?: string; children?: readonly Entry[] }

/** Every address of routes.ts. */
function addressesOf(config: unknown, parent = ''): string[] {
  const entries: readonly Entry[] = Array.isArray(config) ? config : []
  return entries.flatMap(({ path, children }) => {
    const address = path ? `${parent}/${path.replace(/^\//, '')}` : parent
    return [address || '/', ...addressesOf(children, address)]
  })
}

async function linksFrom(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(link => link.origin === location.origin)
      .map(link => link.pathname),
  )
}
