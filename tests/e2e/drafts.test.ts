import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'

const base = '/o/dla-demo'

async function openNote(page: Page): Promise<string> {
  await page.goto(`${base}/accompagnements`)
  const path = (await page.locator('tbody th a').first().getAttribute('href')) ?? ''
  await page.goto(path)
  return path
}
const note = (page: Page) => page.getByLabel('Note', { exact: false }).first()

/** The page's tab ends as when its process dies: nothing of the page runs any more. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => {})
  await page.waitForEvent('crash')
}

describe('DUR-04 what is typed', () => {
  test('comes back after the tab was killed, less than five seconds of it lost', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const path = await openNote(page)
    const typed: { word: string; at: number }[] = []
    await note(page).click()
    for (let count = 0; count < 36; count++) {
      const word = `mot${count} `
      await page.keyboard.type(word)
      typed.push({ word, at: performance.now() })
      await page.waitForTimeout(250)
    }
    const killed = performance.now()
    await kill(page)
    const again = await page.context().newPage()
    await again.goto(path)
    await again.getByText('est revenu').waitFor()
    const found = await note(again).inputValue()
    const due = typed.filter(({ at }) => at < killed - 5000).map(({ word }) => word)
    expect(due.length).toBeGreaterThan(10)
    expect(found.startsWith(due.join('').trim()), `${found} / ${due.join('')}`).toBe(true)
    // Throwing it away leaves the form as it is stored.
    await again.getByRole('button', { name: 'Jeter ce brouillon' }).click()
    await again.getByText('est revenu').waitFor({ state: 'detached' })
    expect(await note(again).inputValue()).toBe('')
  })

  test('is kept by a page that is left at once, told quietly, and gone once saved', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const path = await openNote(page)
    await note(page).fill('Rappeler la trésorière')
    await page.goto(`${base}/aujourdhui`)
    await page.goto(path)
    await page.getByText('est revenu').waitFor()
    expect(await note(page).inputValue()).toBe('Rappeler la trésorière')
    await note(page).fill('Rappeler la trésorière lundi')
    await page.getByText(/Brouillon enregistré à \d\d:\d\d/).waitFor()
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    await page.getByText('La note est ajoutée.').waitFor()
    expect(await note(page).inputValue()).toBe('')
    await page.goto(path)
    expect(await page.getByText('est revenu').count()).toBe(0)
  })

  test('warns a second tab, and keeps one writer of the draft', async ({ as }) => {
    const first = await as('practitioner@demo.example')
    const path = await openNote(first)
    const second = await first.context().newPage()
    await second.goto(path)
    for (const page of [first, second]) await page.getByText('aussi ouvert dans un autre onglet').waitFor()
    await note(first).fill('Depuis le premier')
    await first.getByText(/Brouillon enregistré/).waitFor()
    await note(second).fill('Depuis le second')
    await second.getByText('Ce brouillon s’écrit aussi ailleurs').waitFor()
    await second.getByRole('button', { name: 'Garder plutôt ce que j’écris ici' }).click()
    await second.getByText(/Brouillon enregistré/).waitFor()
    await first.close()
    await second.reload()
    expect(await note(second).inputValue()).toBe('Depuis le second')
    await second.getByRole('button', { name: 'Jeter ce brouillon' }).click()
    await second.getByText('est revenu').waitFor({ state: 'detached' })
  })

  test('is kept from the first letter, before the scripts of the page have come', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/assets/*.js', async route => {
      await held
      await route.continue()
    })
    await page.goto(`${base}/accompagnements`, { waitUntil: 'commit' })
    const path = (await page.locator('tbody th a').first().getAttribute('href')) ?? ''
    await page.goto(path, { waitUntil: 'commit' })
    await note(page).fill('Sur un réseau lent')
    release()
    await page.getByText(/Brouillon enregistré/).waitFor()
    await page.reload()
    await page.getByText('est revenu').waitFor()
    expect(await note(page).inputValue()).toBe('Sur un réseau lent')
    await page.getByRole('button', { name: 'Jeter ce brouillon' }).click()
    await page.getByText('est revenu').waitFor({ state: 'detached' })
  })

  test('comes back and is thrown away without JavaScript too', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    const path = await openNote(page)
    await note(page).fill('Sur le téléphone')
    await page.getByText(/Brouillon enregistré/).waitFor()
    await page.close()
    const plain = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await plain.goto(path)
    expect(await note(plain).inputValue()).toBe('Sur le téléphone')
    await plain.getByRole('button', { name: 'Jeter ce brouillon' }).click()
    expect(await plain.getByText('est revenu').count()).toBe(0)
    expect(await note(plain).inputValue()).toBe('')
  })

  test('is shown beside what somebody saved meanwhile, and neither is lost', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}/accompagnements?etat=diagnostic&dispositif=dla-individuel`)
    const path = `${await page.locator('tbody th a').first().getAttribute('href')}/diagnostic`
    await page.goto(path)
    await page.getByLabel('Freins').fill('Mes freins')
    await page
      .locator('form', { has: page.getByLabel('Freins') })
      .getByText(/Brouillon enregistré/)
      .waitFor()
    const colleague = await as('manager@demo.example')
    await colleague.goto(path)
    await colleague.getByLabel('Freins').fill('Ses freins')
    await colleague.getByRole('button', { name: 'Enregistrer le diagnostic' }).click()
    await colleague.getByText('C’est enregistré.').waitFor()
    await page.reload()
    expect(await page.getByLabel('Freins').inputValue()).toBe('Mes freins')
    await page.getByRole('button', { name: 'Enregistrer le diagnostic' }).click()
    const panel = page.getByRole('region', { name: 'Quelqu’un a modifié cette fiche pendant que vous écriviez' })
    await panel.getByText('Mes freins').waitFor()
    await panel.getByText('Ses freins').waitFor()
    await page.getByRole('button', { name: 'Enregistrer le diagnostic' }).click()
    await page.getByText('C’est enregistré.').waitFor()
    expect(await page.getByLabel('Freins').inputValue()).toBe('Mes freins')
  })
})
