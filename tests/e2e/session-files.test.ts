import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { heicPhoto, jpegPhoto, secrets } from '#tests/harness/photos.ts'

const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.getByLabel('Photo ou fichier à joindre').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
  await page.getByRole('button', { name: 'Joindre le fichier' }).click()
}

/** The page of the files of the first session held of the consultant's first mission. */
async function openFiles(page: Page) {
  await page.goto('/consultant')
  await page.locator('main h2 a').first().click()
  await page
    .getByRole('link', { name: /^Modifier la séance/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Pièces et photos' }).click()
  await page.getByRole('heading', { name: /^Pièces et photos de la séance/ }).waitFor()
}

/** The size at which the browser draws a picture, the right way up. */
const drawnSize = (page: Page, bytes: Buffer) =>
  page.evaluate(async data => {
    const picture = new Image()
    picture.src = `data:image/jpeg;base64,${data}`
    await picture.decode()
    return [picture.naturalWidth, picture.naturalHeight]
  }, bytes.toString('base64'))

describe('the photos of a session', () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without'
    test(`are attached on a phone ${how} JavaScript; what is refused keeps what was typed`, async ({ as, visit }) => {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await openFiles(page)
      const caption = page.getByLabel('Ce que l’on y voit')
      await caption.fill('Le tableau')
      await caption.fill('droite\u202egauche')
      await page.getByRole('button', { name: 'Joindre le fichier' }).click()
      await expect.poll(() => caption.getAttribute('aria-invalid')).toBe('true')
      expect(await caption.inputValue()).toBe('droite\u202egauche')
      await caption.fill('Le tableau')
      await send(page, 'IMG_0001.HEIC', heicPhoto())
      await page.getByText('Le plus compatible').first().waitFor()
      expect(await caption.inputValue()).toBe('Le tableau')
      await send(page, 'photo.png', jpegPhoto())
      await page.getByText('ne correspond pas').first().waitFor()
      expect(await caption.inputValue()).toBe('Le tableau')
      expect(await page.getByLabel('Photo ou fichier à joindre').getAttribute('aria-invalid')).toBe('true')
      const name = `Tableau ${how}.jpg`
      await send(page, name, jpegPhoto(6))
      await page.getByText(`Le fichier « ${name} » est joint.`).waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      const bytes = await readFile(await download.path())
      for (const secret of secrets) expect(bytes.toString('latin1')).not.toContain(secret)
      // Eight by four as it is stored, upright on the screen.
      expect(await drawnSize(await visit(), bytes)).toEqual([4, 8])
      await page.getByRole('button', { name: `Retirer ${name}` }).click()
      await page.getByText(`Le fichier « ${name} » est retiré.`).waitFor()
    })
  }

  test('of forty megabytes are refused with the limit, beside what was typed', async ({ as }) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await openFiles(page)
      await page.getByLabel('Ce que l’on y voit').fill('Le tableau')
      const buffer = Buffer.concat([jpegPhoto(), Buffer.alloc(javaScriptEnabled ? 10_500_000 : 40_000_000)])
      const photo = { name: 'grande.jpg', mimeType: 'image/jpeg', buffer }
      await page.getByLabel('Photo ou fichier à joindre').setInputFiles(photo)
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Joindre le fichier' }).click()
      await page.getByText('Ce fichier dépasse 10 Mo.').first().waitFor()
      expect(await page.getByLabel('Ce que l’on y voit').inputValue()).toBe('Le tableau')
    }
  })
})
