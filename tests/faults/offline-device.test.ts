import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'
import { signByName } from '../e2e/acts/offline.ts'
import { phone, signIn } from '../harness/browser-test.ts'
import { withClient } from '../harness/connection.ts'
import { readDevice, received, save, takenAlong, typeOffline, writeOffline } from '../harness/offline-device.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { chromium as chromiumPath } from '../harness/services.ts'

const consultant = 'consultant@demo.example'
let product: Product
let database: EmbeddedDatabase
let browser: Awaited<ReturnType<typeof chromium.launch>>

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
  product = await startProduct()
  database = await ensureDatabase({ dataDir: product.dataDir })
})
afterAll(async () => {
  await browser?.close()
  await database?.release()
  await product?.stop()
})

/** Her phone, with her missions on it. */
async function herPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...phone, locale: 'fr-FR', baseURL: product.address })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await signIn(page, consultant)
  await takenAlong(page)
  return { context, page }
}

const rows = <Row extends object>(sql: string, values: unknown[] = []) =>
  withClient(database.url, async client => (await client.query<Row>(sql, values)).rows)

const recorded = async (decided: string) =>
  (await rows('select id from session_lines where text = $1', [decided])).length

/** A session to come of her first mission, at these hours of today; not saved yet. */
async function plan(page: Page, agenda: string, [from, to]: [string, string]): Promise<void> {
  await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
  await page.getByRole('radio', { name: 'Prévue' }).check()
  await page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
  await page.getByLabel(/^Début/).fill(from)
  await page.getByLabel(/^Fin/).fill(to)
  await page.getByLabel('Ordre du jour 1').fill(agenda)
}

/** Her phone with a session that is recorded since, and a signature of it that does not leave until it is released. */
async function signedHere(decided: string) {
  const { context, page } = await herPhone()
  let isHeldBack = true
  await context.route(/\/emargement\/envoi$/, route => (isHeldBack ? route.abort() : route.continue()))
  await context.setOffline(true)
  await page.goto('/consultant')
  await typeOffline(page, decided)
  await page
    .getByLabel(/^Qui, pour/)
    .first()
    .fill('Anne Petit')
  await save(page)
  await page.getByRole('link', { name: 'Faire signer' }).click()
  await signByName(page, 'Anne Petit')
  await page.getByRole('link', { name: 'Revenir à la liste' }).click()
  await page.getByText('1 signature à envoyer').waitFor()
  await context.setOffline(false)
  await page.getByText('La séance est enregistrée').waitFor({ timeout: 60_000 })
  const release = async () => {
    isHeldBack = false
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
  return { context, page, release }
}

/** What the contract's end and a withdrawn access are in the tables. */
const herGrants = `grants where kind = 'consultant' and user_id = (select id from users where email = '${consultant}')`

describe('a consultant’s device, while things change on the server', () => {
  it('keeps what was written while the server was away, and sends it once it is back', async () => {
    const { context, page } = await herPhone()
    await product.away(async () => {
      await database.release()
      await page.goto('/consultant')
      await page.getByRole('heading', { level: 1, name: 'Hors connexion' }).waitFor()
      await writeOffline(page, 'Décidé pendant la panne.')
      await page.close()
    })
    database = await ensureDatabase({ dataDir: product.dataDir })
    const later = await context.newPage()
    const arrived = received(later)
    await later.goto('/consultant')
    await arrived
    await later.getByText('pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded('Décidé pendant la panne.')).toBe(1)
    await context.close()
  })

  it('shows both texts when somebody changed the same session meanwhile, and loses neither', async () => {
    const other = await herPhone()
    await other.page.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await other.page.getByRole('radio', { name: 'Prévue' }).check()
    await other.page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
    await other.page.getByLabel('Ordre du jour 1').fill('Ce qui était prévu.')
    await other.page.getByRole('button', { name: 'Enregistrer' }).click()
    await other.page.waitForURL(/\/missions\/[\w-]+$/)

    const { context, page } = await herPhone()
    await context.setOffline(true)
    await page.goto('/consultant')
    await page.getByRole('link', { name: /^Confirmer la séance/ }).click()
    await page.getByLabel('Ce qui a été décidé 1').fill('Décidé sans réseau.')
    await save(page)

    const [planned] = await rows<{ session_id: string }>('select session_id from session_lines where text = $1', [
      'Ce qui était prévu.',
    ])
    await other.page.goto(`${new URL(other.page.url()).pathname}/seances/${planned?.session_id}`)
    await other.page.getByLabel('Ce qui a été décidé 1').fill('Décidé ailleurs.')
    await other.page.getByRole('button', { name: 'Enregistrer' }).click()
    await other.page.waitForURL(/\/missions\/[\w-]+$/)

    const refused = received(page, 409)
    await context.setOffline(false)
    await refused
    await page.getByText('Modifiée par quelqu’un d’autre').waitFor()
    await page.getByRole('link', { name: 'Ouvrir et corriger' }).click()
    await page.getByText('Décidé ailleurs.').waitFor()
    expect(await page.getByLabel('Ce qui a été décidé 1').inputValue()).toBe('Décidé sans réseau.')
    await page.getByLabel('Ce qui a été décidé 2').fill('Décidé ailleurs.')
    const arrived = received(page)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await arrived
    expect(await recorded('Décidé sans réseau.')).toBe(1)
    expect(await recorded('Décidé ailleurs.')).toBe(1)
    await Promise.all([context.close(), other.context.close()])
  })

  it('keeps for reading what was written before the contract ended and sent after', async () => {
    const { context, page } = await herPhone()
    await context.setOffline(true)
    await page.goto('/consultant')
    await writeOffline(page, 'Décidé le dernier jour.')
    const ends = await rows<{ id: string; to_on: string | null }>(`select id, to_on::text from ${herGrants}`)
    await rows(`update grants set to_on = $1 where id in (select id from ${herGrants})`, [
      addDays(dayOf(new Date()), -1),
    ])
    await context.setOffline(false)
    await page.getByText('Contrat terminé').waitFor({ timeout: 60_000 })
    await page.getByText('Relire ce que vous avez écrit').click()
    await page.getByText('Décidé le dernier jour.').waitFor()
    expect(await recorded('Décidé le dernier jour.')).toBe(0)
    for (const { id, to_on } of ends) await rows('update grants set to_on = $2 where id = $1', [id, to_on])
    await context.close()
  })

  it('is told by the server alone of an hour that another of her devices has given', async () => {
    const { context, page } = await herPhone()
    await context.setOffline(true)
    await page.goto('/consultant')
    const other = await herPhone()
    await plan(other.page, 'Prévu de l’autre appareil.', ['05:10', '05:40'])
    await other.page.getByRole('button', { name: 'Enregistrer' }).click()
    await other.page.waitForURL(/\/missions\/[\w-]+$/)
    await plan(page, 'Prévu sans réseau.', ['05:20', '05:50'])
    expect(await page.getByText('Vous avez une autre séance à cette heure-là').count()).toBe(0)
    await save(page)
    const refused = received(page, 422)
    await context.setOffline(false)
    await refused
    await page.getByText('Une autre séance commence ce jour-là à 05:10').waitFor()
    await page.getByRole('link', { name: 'Ouvrir et corriger' }).click()
    expect(await page.getByLabel('Ordre du jour 1').inputValue()).toBe('Prévu sans réseau.')
    expect(await page.getByLabel(/^Début/).getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel(/^Début/).fill('05:40')
    const arrived = received(page)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await arrived
    expect(await recorded('Prévu sans réseau.')).toBe(1)
    await Promise.all([context.close(), other.context.close()])
  })

  it.each([
    ['corrected', `place = 'Ailleurs'`, 'La séance vient de changer.'],
    ['called off', `status = 'cancelled'`, 'Cette séance n’est pas notée tenue.'],
  ])('keeps a signature whose session was %s before it arrived, and says what to do', async (how, change, reason) => {
    const decided = `Signé avant d’être ${how}.`
    const { context, page, release } = await signedHere(decided)
    await rows(`update sessions set ${change} where id = (select session_id from session_lines where text = $1)`, [
      decided,
    ])
    const refused = received(page, 422)
    await release()
    await refused
    await page.getByText(/^La signature de Anne Petit n’a pas pu être jointe à la feuille/).waitFor()
    await page.getByText(reason).waitFor()
    await page.close()
    const later = await context.newPage()
    await later.goto('/consultant/hors-ligne')
    await later.getByText('Rien n’est perdu').waitFor()
    await later.getByRole('link', { name: 'Ouvrir la feuille d’émargement' }).click()
    await later.getByRole('heading', { level: 1, name: 'Feuille d’émargement' }).waitFor()
    expect(await later.getByText(/^Signé par Anne Petit/).count()).toBe(0)
    expect((await later.evaluate(readDevice)).unsent).toBe(1)
    await context.close()
  })

  it('keeps a signature that arrives once the contract has ended, and says who can still have it signed', async () => {
    const { context, page, release } = await signedHere('Signé le dernier jour.')
    const ends = await rows<{ id: string; to_on: string | null }>(`select id, to_on::text from ${herGrants}`)
    await rows(`update grants set to_on = $1 where id in (select id from ${herGrants})`, [
      addDays(dayOf(new Date()), -1),
    ])
    try {
      await release()
      await page.getByText('Contrat terminé').waitFor({ timeout: 60_000 })
      await page.getByText('Demandez à votre interlocuteur de faire signer la feuille').waitFor()
      await page.getByText(/^La signature de Anne Petit n’a pas pu être jointe/).waitFor()
      expect(await page.getByText('signature à envoyer').count()).toBe(0)
      expect((await page.evaluate(readDevice)).unsent).toBe(1)
    } finally {
      for (const { id, to_on } of ends) await rows('update grants set to_on = $2 where id = $1', [id, to_on])
    }
    await context.close()
  })

  it('is refused at the very next request after a press of her manager: page, form and what she takes along', async () => {
    const { context, page } = await herPhone()
    const mission = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')
    const engineeringId = mission?.split('/').at(-1) ?? ''
    const [found] = await rows<{ number: string }>(
      'select c.number from engineering_members m join accompaniments c on c.id = m.accompaniment_id where m.engineering_id = $1',
      [engineeringId],
    )
    const desk = await browser.newPage({ locale: 'fr-FR', baseURL: product.address })
    await signIn(desk, 'manager@demo.example')
    await desk.goto(`/o/dla-demo/accompagnements/${found?.number}/ingenieries/${engineeringId}`)
    const ask = () =>
      page.evaluate(
        async ({ address, heldOn, engineeringId }) => {
          // Complete, so that only its owner's right or a rule refuses it: it ends without having begun.
          const written = { _form: 'session', status: 'held', heldOn, endsAt: '10:00' }
          const send = (path: string, form: Record<string, string>) =>
            fetch(`${address}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
          const taken = await (await fetch('/consultant/emporter', { cache: 'no-store' })).json()
          return {
            page: (await fetch(`${address}`, { cache: 'no-store' })).status,
            form: (await send('/seances/nouvelle', written)).status,
            device: (await send('/envoi', { ...written, person: taken.person })).status,
            isTaken: taken.missions.some(({ mission }: { mission: { id: string } }) => mission.id === engineeringId),
          }
        },
        { address: mission, heldOn: dayOf(new Date()), engineeringId },
      )
    expect(await ask()).toEqual({ page: 200, form: 422, device: 422, isTaken: true })
    const revoke = desk.locator('#intervenants').getByRole('listitem').filter({ hasText: consultant })
    await revoke.getByRole('link', { name: 'Retirer l’accès' }).or(revoke.getByRole('button')).first().click()
    const answered = desk.waitForResponse(response => response.request().method() === 'POST')
    const pressed = performance.now()
    await desk.getByRole('dialog').getByRole('button', { name: 'Retirer l’accès' }).click()
    await answered
    const done = performance.now()
    try {
      // Asked once: whatever remembered her right for a while would still answer.
      expect(await ask()).toEqual({ page: 404, form: 404, device: 404, isTaken: false })
      // How long it took is the machine's affair: four requests, all of them begun after the answer.
      const [taken, refused] = [done - pressed, performance.now() - done].map(Math.round)
      process.stdout.write(`access withdrawn in ${taken} ms; her next four requests refused in ${refused} ms\n`)
    } finally {
      await rows(`update grants set revoked_at = null where id in (select id from ${herGrants}) and subject_id = $1`, [
        engineeringId,
      ])
    }
    expect(await ask()).toEqual({ page: 200, form: 422, device: 422, isTaken: true })
    await Promise.all([context.close(), desk.context().close()])
  })

  it('wipes with her missions the signatures that wait beside a session that is recorded', async () => {
    const { context, page, release } = await signedHere('Signé trop tard.')
    expect((await page.evaluate(readDevice)).unsent).toBe(1)
    const taken = await rows<{ id: string }>(`select id from ${herGrants} and revoked_at is null`)
    await rows(`update grants set revoked_at = now() where id in (select id from ${herGrants})`)
    try {
      await release()
      await expect.poll(async () => (await page.evaluate(readDevice)).unsent, { timeout: 60_000 }).toBe(0)
      expect(await recorded('Signé trop tard.')).toBe(1)
      expect(
        await rows(
          `select s.id from signatures s join session_lines l on l.session_id = s.session_id where l.text = 'Signé trop tard.'`,
        ),
      ).toEqual([])
    } finally {
      for (const { id } of taken) await rows('update grants set revoked_at = null where id = $1', [id])
    }
    await context.close()
  })

  it('wipes what waits for a mission that was taken back', async () => {
    const { context, page } = await herPhone()
    await context.setOffline(true)
    await page.goto('/consultant')
    await writeOffline(page, 'Écrit trop tard.')
    expect((await page.evaluate(readDevice)).unsent).toBe(1)
    await rows(`update grants set revoked_at = now() where id in (select id from ${herGrants})`)
    await context.setOffline(false)
    await expect.poll(async () => (await page.evaluate(readDevice)).unsent, { timeout: 60_000 }).toBe(0)
    await page.getByText('Aucune mission en cours').waitFor()
    expect(await recorded('Écrit trop tard.')).toBe(0)
    await context.close()
  })
})
