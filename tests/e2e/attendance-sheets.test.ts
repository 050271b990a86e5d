import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { jpegPhoto } from '#tests/harness/photos.ts'

/** The sheet of the last session held of the consultant's first mission. */
async function openSheet(page: Page): Promise<string> {
  await page.goto('/consultant')
  await page.locator('main h2 a').first().click()
  await page
    .getByRole('link', { name: /^Modifier la séance/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Feuille d’émargement' }).click()
  await page.getByRole('heading', { level: 1, name: 'Feuille d’émargement' }).waitFor()
  return new URL(page.url()).pathname
}

const lines = (page: Page) => page.getByRole('list', { name: 'Feuille d’émargement' }).locator('> li')
const paidBy = (page: Page) => page.getByText(/^Avec le soutien de/).allTextContents()
/** The first who has not signed, and what the sheet calls her. */
async function firstMissing(page: Page) {
  const line = lines(page).filter({ hasText: 'À signer' }).first()
  return { line, name: (await line.getByRole('heading').textContent()) ?? '' }
}
const lineOf = (page: Page, name: string) =>
  lines(page).filter({ has: page.getByRole('heading', { name, exact: true }) })

async function withdraw(page: Page, name: string) {
  const line = lineOf(page, name)
  await line.getByText(`Retirer la signature de ${name}`).click()
  await line.getByLabel('Pourquoi la retirer').fill('Essai')
  await line.getByRole('button', { name: 'Retirer la signature' }).click()
  await line.getByText('À signer').waitFor()
  await line
    .getByText(/retirée par .*\s:\sEssai/)
    .first()
    .waitFor()
}

async function typeName(page: Page, name: string) {
  await page.getByLabel('Votre nom').fill(name)
  await page.getByRole('button', { name: 'Signer', exact: true }).click()
  await page.getByText('Cochez « J’étais là » pour signer.').first().waitFor()
  expect(await page.getByLabel('Votre nom').inputValue()).toBe(name)
  await page.getByLabel('J’étais là').check()
  await page.getByRole('button', { name: 'Signer', exact: true }).click()
}

describe('the sheet of a session, on a phone', () => {
  test('is signed with a finger on the consultant’s device, and taken back with a reason', async ({ as }) => {
    const page = await as('consultant@demo.example', phone)
    await openSheet(page)
    const { line, name } = await firstMissing(page)
    await line.getByRole('link', { name: /^Signer ici/ }).click()
    const frame = page.locator('#f-drawing')
    const box = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    expect(box.width).toBeGreaterThan(300)
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    for (const along of [60, 140, 220, 280]) await page.mouse.move(box.x + along, box.y + 20 + (along % 80))
    await page.mouse.up()
    await page.getByRole('button', { name: 'Effacer' }).click()
    await page.mouse.move(box.x + 30, box.y + 60)
    await page.mouse.down()
    for (const along of [80, 150, 250]) await page.mouse.move(box.x + along, box.y + 20 + (along % 70))
    await page.mouse.up()
    if (await page.getByText('Prénom et nom, pour').isVisible()) await page.getByLabel('Votre nom').fill('Anne Petit')
    await page.getByRole('button', { name: 'Signer', exact: true }).click()
    await lineOf(page, name)
      .getByText(/^Signé par .*, sur l’appareil de/)
      .waitFor()
    await lineOf(page, name)
      .getByRole('img', { name: /^Signature de/ })
      .waitFor()
    await withdraw(page, name)
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without'
    test(`is signed on the device by a name that is typed, with the keyboard alone, ${how} JavaScript`, async ({
      as,
    }) => {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await openSheet(page)
      const { line, name } = await firstMissing(page)
      await line.getByRole('link', { name: /^Signer ici/ }).focus()
      await page.keyboard.press('Enter')
      const field = page.getByLabel('Votre nom')
      await field.waitFor()
      const hint = (await page.getByText(/^Tapez\s:|^Prénom et nom, pour/).textContent()) ?? ''
      await field.focus()
      await page.keyboard.type(hint.startsWith('Tapez') ? hint.replace(/^Tapez\s:/, '').trim() : 'Anne Petit')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await lineOf(page, name)
        .getByText(/^Signé par .*, sur l’appareil de/)
        .waitFor()
      await withdraw(page, name)
    })

    test(`is signed on her own phone by a code, ${how} JavaScript, and shows nobody else`, async ({ as, visit }) => {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      const path = await openSheet(page)
      await page.getByRole('button', { name: 'Préparer les codes' }).click()
      await page.getByText('Montrez à chaque personne son code').waitFor()
      const line = lines(page).filter({ hasText: 'Code pour le téléphone de' }).first()
      const name = (await line.getByRole('heading').textContent()) ?? ''
      await line.getByText('Code pour le téléphone de').click()
      await line.getByRole('img', { name: `Code à photographier par ${name}` }).waitFor()
      const address = (await line.getByText(/\/r\//).textContent()) ?? ''
      const own = await visit({ ...phone, javaScriptEnabled })
      await watch(own.context())
      const link = new URL(address.trim()).pathname
      if (javaScriptEnabled) expect(await faultsOf(own, link)).toEqual([])
      await own.goto(link)
      await own.getByRole('heading', { level: 1, name: `${name}, signez votre présence` }).waitFor()
      // Who pays, as the sheet says it.
      expect(await paidBy(own)).toEqual(await paidBy(page))
      const names = await lines(page).getByRole('heading').allTextContents()
      const text = (await own.getByRole('main').textContent()) ?? ''
      for (const other of names.filter(one => one !== name)) expect(text).not.toContain(other)
      const hint = (await own.getByText(/^Tapez\s:|^Prénom et nom, pour/).textContent()) ?? ''
      await typeName(own, hint.startsWith('Tapez') ? hint.replace(/^Tapez\s:/, '').trim() : 'Anne Petit')
      await own.getByText('C’est signé, merci').waitFor()
      await page.goto(path)
      await lineOf(page, name)
        .getByText(/^Signé par .*, sur son téléphone/)
        .waitFor()
      await withdraw(page, name)
    })

    test(`is matched with the photo of a paper, ${how} JavaScript`, async ({ as }) => {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await openSheet(page)
      const { name } = await firstMissing(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Télécharger la feuille en PDF' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^emargement-\d{4}-\d{2}-\d{2}\.pdf$/)
      const buffer = jpegPhoto(6)
      const scan = { name: `feuille-${how}.jpg`, mimeType: 'image/jpeg', buffer }
      await page.getByLabel('Feuille signée, photo ou PDF').setInputFiles(scan)
      await page.getByRole('button', { name: 'Joindre la feuille' }).click()
      await page.getByText('Cochez au moins une personne').first().waitFor()
      await page.getByLabel('Feuille signée, photo ou PDF').setInputFiles(scan)
      await page.getByRole('group', { name: 'Qui a signé ce papier ?' }).getByRole('checkbox').first().check()
      await page.getByRole('button', { name: 'Joindre la feuille' }).click()
      await page.getByText('Feuille jointe.').waitFor()
      await lineOf(page, name)
        .getByText(/^Signé sur papier par/)
        .waitFor()
      await withdraw(page, name)
    })
  }

  test('is signed dark on white in the dark too, and its code is read there', async ({ as }) => {
    const page = await as('consultant@demo.example', { ...phone, colorScheme: 'dark' })
    await openSheet(page)
    const paid = await paidBy(page)
    await page.getByRole('button', { name: 'Préparer les codes' }).click()
    const line = lines(page).filter({ hasText: 'Code pour le téléphone de' }).first()
    await line.getByText('Code pour le téléphone de').click()
    const groundOf = (element: Locator) => element.evaluate(shown => getComputedStyle(shown).backgroundColor)
    const [white, ground] = ['rgb(255, 255, 255)', await groundOf(page.locator('body'))]
    expect(ground).not.toBe(white)
    expect(await groundOf(line.getByRole('img', { name: /^Code à photographier par/ }))).toBe(white)
    await line.getByRole('link', { name: /^Signer ici/ }).click()
    expect(await groundOf(page.locator('#f-drawing'))).toBe(white)
    expect(await paidBy(page)).toEqual(paid)
  })

  test('has no fault of access in any of its pages', async ({ as }) => {
    const page = await as('consultant@demo.example', phone)
    await watch(page.context())
    const path = await openSheet(page)
    await page.getByRole('button', { name: 'Préparer les codes' }).click()
    await page.getByText('Montrez à chaque personne son code').waitFor()
    const { line } = await firstMissing(page)
    const signing = (await line.getByRole('link', { name: /^Signer ici/ }).getAttribute('href')) ?? ''
    expect([...(await faultsOf(page, path)), ...(await faultsOf(page, signing))]).toEqual([])
  })
})
