import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'

const consultant = 'consultant@demo.example'

/** Opened once with a network: the frame and the missions are then on the device. */
async function takenAlong(page: Page): Promise<void> {
  const taken = page.waitForResponse(response => response.url().endsWith('/consultant/emporter'))
  await page.goto('/consultant')
  await taken
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    for (let wait = 0; wait < 100; wait++) {
      if (await caches.match('/consultant/hors-ligne')) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  })
}

async function writeOffline(page: Page, decided: string): Promise<void> {
  await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
  await page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
  await page.getByLabel('Ce qui a été décidé 1').fill(decided)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Séance gardée sur cet appareil').waitFor()
}

describe('a consultant without a network', () => {
  test('writes a session that survives her tab, and leaves once when the network is back', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    const decided = 'Décidé dans une cave.'
    await page.goto('/consultant')
    await page.getByRole('heading', { level: 1, name: 'Hors connexion' }).waitFor()
    await writeOffline(page, decided)
    await page.getByText('1 séance pas encore envoyée').waitFor()
    await page.close()

    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByText('1 séance pas encore envoyée').waitFor()
    await context.setOffline(false)
    await later.goto('/consultant')
    await later.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    await later.goto('/consultant/hors-ligne')
    expect(await later.getByText('pas encore envoyée').count()).toBe(0)
  })
  test('sends nothing of hers under another sign-in, and all of it once she is back', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    await page.goto('/consultant/hors-ligne')
    await writeOffline(page, 'Décidé par elle seule.')
    const mine = await context.cookies()
    const other = await as('funder@demo.example')
    const theirs = await other.context().cookies()
    await context.clearCookies()
    await context.addCookies(theirs)
    await context.setOffline(false)
    await page.goto('/consultant/hors-ligne')
    await page.getByText('pas encore envoyée').waitFor({ state: 'detached' })
    await context.clearCookies()
    await page.goto('/consultant')
    await page.waitForURL(/\/connexion/)
    await context.addCookies(mine)
    await page.goto('/consultant')
    await page.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded(await visit(phone), 'Décidé par elle seule.')).toBe(1)
  })

  test('has her own sign-in refused what somebody else wrote', async ({ as }) => {
    const page = await as(consultant, phone)
    await page.goto('/consultant')
    const mission = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')
    const answer = await page.evaluate(async address => {
      const body = new URLSearchParams({ _form: 'session', person: '01a205ab-780f-7418-b963-33949c25e364' })
      return (await fetch(address, { method: 'POST', body })).status
    }, `${mission}/envoi`)
    expect(answer).toBe(403)
  })

  test('keeps the form that she was sending when the network left, and records it once', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
    await page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
    await page.getByLabel('Ce qui a été décidé 1').fill('Décidé quand le réseau tombe.')
    // The server has it, and its answer is lost on the way.
    await page.context().route(/seances\/nouvelle\.data/, async route => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Séance gardée sur cet appareil').waitFor()
    // The network is there: it leaves by itself.
    await page.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded(await visit(phone), 'Décidé quand le réseau tombe.')).toBe(1)
  })

  test('has nothing in clear on her device, and sees what a sign-out would wipe before it does', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await page.context().setOffline(true)
    await page.goto('/consultant/hors-ligne')
    await writeOffline(page, 'Un secret de cave.')
    const onDisk = await page.evaluate(readDevice)
    expect(onDisk.records).toBeGreaterThan(0)
    expect(onDisk.text).not.toContain('Un secret de cave.')
    expect(onDisk.text).not.toContain('Studio Papier-Pixel')
    expect(onDisk.extractable).toEqual([false])
    await page.context().setOffline(false)
    await page.context().route(/\/envoi$/, route => route.abort())
    await page.goto('/compte')
    await page.getByRole('link', { name: 'Se déconnecter', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Se déconnecter de cet appareil' }).waitFor()
    await page.getByText('1 séance pas encore envoyée').waitFor()
    await page.getByRole('button', { name: 'Effacer et se déconnecter' }).click()
    await page.waitForURL(/\/connexion/)
    await page.goto('/consultant/hors-ligne')
    await page.getByText('Rien n’est encore gardé sur cet appareil').waitFor()
  })
})

/** How many sessions of her first mission say so. */
async function recorded(page: Page, decided: string): Promise<number> {
  await signIn(page, consultant)
  await page.goto('/consultant')
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText(decided).first().waitFor()
  return page.getByText(decided).count()
}

/** Every byte that the product's database holds on the device, as text. */
async function readDevice(): Promise<{ text: string; records: number; extractable: boolean[] }> {
  const wait = <V>(request: IDBRequest<V>) =>
    new Promise<V>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await wait(indexedDB.open('sillage-consultant'))
  const stores = [...db.objectStoreNames]
  const change = db.transaction(stores)
  const rows: unknown[] = []
  for (const store of stores) rows.push(...(await wait(change.objectStore(store).getAll())))
  db.close()
  const text: string[] = []
  const extractable: boolean[] = []
  const read = (value: unknown): void => {
    if (value instanceof CryptoKey) extractable.push(value.extractable)
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) text.push(new TextDecoder().decode(value))
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) read(part)
    else text.push(String(value))
  }
  rows.forEach(read)
  return { text: text.join('\n'), records: rows.length, extractable }
}
