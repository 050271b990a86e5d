import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { titled } from './acts/screen.ts'

const base = '/o/dla-demo'

/** Keys only, from wherever she is. */
async function goTo(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Où voulez-vous aller ?' }).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

describe('the palette', () => {
  test('does the five things of the day by the keyboard alone', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}/structures`)
    await titled(page, 'Structures')
    await goTo(page, 'aujourd')
    await titled(page, 'Aujourd’hui')
    const number = await page
      .getByRole('link', { name: /./ })
      .evaluateAll(links =>
        links.flatMap(link => /accompagnements\/(\d{4}-\d{4})/.exec(link.getAttribute('href') ?? '')?.[1] ?? []),
      )
    const wanted = number[0] ?? ''
    await goTo(page, wanted)
    await page.waitForURL(new RegExp(`/accompagnements/${wanted}$`))
    await goTo(page, `note ${wanted}`)
    await page.waitForURL(/#f-body$/)
    await page.locator('#f-body:focus').waitFor()
    await page.keyboard.type('Écrit sans la souris.')
    await goTo(page, `séance ${wanted}`)
    await page.waitForURL(/\/seances$/)
    await goTo(page, 'ouvrir un')
    await titled(page, 'Ouvrir un accompagnement')
  })

  test('lists its keys on « ? », unless one types or has asked for none', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}/accompagnements`)
    await page.getByLabel('Structure ou numéro').fill('')
    await page.keyboard.press('?')
    expect(new URL(page.url()).pathname).toBe(`${base}/accompagnements`)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await titled(page, 'Raccourcis clavier')
    await page.getByRole('button', { name: 'Ne plus réagir à la touche ?' }).click()
    await page.goto(`${base}/aujourdhui`)
    await titled(page, 'Aujourd’hui')
    await page.keyboard.press('?')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    expect(new URL(page.url()).pathname).toBe(`${base}/aujourdhui`)
  })

  test('is a page where no script runs', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await page.goto(`${base}/aujourdhui`)
    await page.getByRole('link', { name: /^Aller à…/ }).click()
    await titled(page, 'Aller à un dossier, une structure, une page')
    await page.getByLabel('Où voulez-vous aller ?').fill('rappels')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Rappels' }).click()
    await titled(page, 'Rappels')
  })
})
