import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { received } from '#tests/harness/offline-device.ts'

/**
 * The network comes back and the server has the first thing that leaves for this address, but its answer is lost on the
 * way: it leaves once more, and then nothing waits on the device.
 */
export async function loseFirstAnswer(page: Page, address: RegExp): Promise<void> {
  const context = page.context()
  let isLost = false
  await context.route(address, async route => {
    if (isLost) return route.continue()
    isLost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
  const arrived = received(page)
  await context.setOffline(false)
  await arrived
  await expect.poll(() => isLost).toBe(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
}

/** From the list of a mission's sessions, the one of which this was decided. */
export const openSessionOf = (page: Page, decided: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: decided })
    .getByRole('link', { name: /^Modifier la séance/ })
    .first()
    .click()

/** On a device that is handed round: the name of whoever signs, typed by herself. */
export async function signByName(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Signer ici ${name}` }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('J’étais là').check()
  await page.getByRole('button', { name: 'Signer', exact: true }).click()
  await page.getByRole('link', { name: `Signer ici ${name}` }).waitFor({ state: 'detached' })
}
