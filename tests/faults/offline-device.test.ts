import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'
import { phone, signIn } from '../harness/browser-test.ts'
import { withClient } from '../harness/connection.ts'
import { readDevice, received, save, takenAlong, writeOffline } from '../harness/offline-device.ts'
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

  it('is refused at the very next request once her missions are taken back: page, form and what she takes along', async () => {
    const { context, page } = await herPhone()
    const mission = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')
    const ask = () =>
      page.evaluate(
        async ({ address, heldOn }) => {
          // Complete, so that only its owner's right or a rule refuses it: it ends without having begun.
          const written = { _form: 'session', status: 'held', heldOn, endsAt: '10:00' }
          const send = (path: string, form: Record<string, string>) =>
            fetch(`${address}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
          const taken = await (await fetch('/consultant/emporter', { cache: 'no-store' })).json()
          return {
            page: (await fetch(`${address}`, { cache: 'no-store' })).status,
            form: (await send('/seances/nouvelle', written)).status,
            device: (await send('/envoi', { ...written, person: taken.person })).status,
            missions: taken.missions.length,
          }
        },
        { address: mission, heldOn: dayOf(new Date()) },
      )
    const before = await ask()
    expect(before).toMatchObject({ page: 200, form: 422, device: 422 })
    expect(before.missions).toBeGreaterThan(0)
    const taken = await rows<{ id: string }>(`select id from ${herGrants} and revoked_at is null`)
    await rows(`update grants set revoked_at = now() where id in (select id from ${herGrants})`)
    try {
      expect(await ask()).toEqual({ page: 404, form: 404, device: 404, missions: 0 })
    } finally {
      for (const { id } of taken) await rows('update grants set revoked_at = null where id = $1', [id])
    }
    expect(await ask()).toEqual(before)
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
