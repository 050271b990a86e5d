import type { Page, Response } from 'playwright-core'

/** Opened once with a network: the frame and the missions are then on the device. */
export async function takenAlong(page: Page): Promise<void> {
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
  // What the browser happens to remember of the site is no part of it.
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.clearBrowserCache')
  await browser.detach()
}

/** Types a session of the first mission where there is no network. */
export async function typeOffline(page: Page, decided: string): Promise<void> {
  await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
  await page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
  await page.getByLabel('Ce qui a été décidé 1').fill(decided)
  // Journeys share one mission: once they have held all its ordered days, the next one says why there is one more.
  const why = page.getByRole('textbox', { name: 'Pourquoi ?' })
  if ((await why.count()) > 0) await why.fill('Une demi-journée de plus, demandée par la structure.')
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Séance gardée sur cet appareil').waitFor()
}

export async function writeOffline(page: Page, decided: string): Promise<void> {
  await typeOffline(page, decided)
  await save(page)
}

/** The server's answer to one session that leaves the device. */
export const received = (page: Page, status = 200): Promise<Response> =>
  page.waitForResponse(response => response.url().endsWith('/envoi') && response.status() === status, {
    timeout: 60_000,
  })

/** Every byte that the product's database holds on the device, as text. */
export async function readDevice(): Promise<{ text: string; unsent: number; extractable: boolean[] }> {
  const wait = <V>(request: IDBRequest<V>) =>
    new Promise<V>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await wait(indexedDB.open('sillage-consultant'))
  const stores = [...db.objectStoreNames]
  const rows: unknown[] = []
  let unsent = 0
  for (const store of stores) {
    const all = await wait(db.transaction(store).objectStore(store).getAll())
    if (store === 'unsent') unsent = all.length
    rows.push(...all)
  }
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
  return { text: text.join('\n'), unsent, extractable }
}
