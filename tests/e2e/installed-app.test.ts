import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'

type Manifest = {
  name: string
  short_name: string
  lang: string
  id: string
  start_url: string
  scope: string
  display: string
  icons: { src: string; sizes: string; type: string }[]
}

/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

describe('the app that a consultant installs', () => {
  test('has a manifest that browsers accept: its name, where it opens, and icons of the size that it says', async ({
    as,
  }) => {
    const page = await as('consultant@demo.example', phone)
    await page.goto('/consultant')
    const link = page.locator('link[rel=manifest]')
    expect(await link.count()).toBe(1)
    const address = await link.getAttribute('href')
    const answer = await page.request.get(address ?? '')
    expect([answer.status(), answer.headers()['content-type']]).toEqual([
      200,
      expect.stringMatching(/^application\/manifest\+json\b/),
    ])
    const manifest: Manifest = await answer.json()
    expect(manifest).toMatchObject({
      name: 'Sillage',
      short_name: 'Sillage',
      lang: 'fr',
      id: '/consultant',
      start_url: '/consultant',
      scope: '/consultant',
      display: 'standalone',
    })
    // What Chromium asks of an app before it offers to install it.
    const drawn = manifest.icons.filter(({ type }) => type === 'image/png')
    expect(drawn.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await page.request.get(src)
      expect([src, icon.status(), icon.headers()['content-type']?.split(';')[0]]).toEqual([src, 200, type])
      if (type === 'image/png') expect([src, sizeOf(await icon.body())]).toEqual([src, sizes])
    }
    // Read by the browser itself, which says what it does not understand.
    const browser = await page.context().newCDPSession(page)
    const read = await browser.send('Page.getAppManifest')
    expect(new URL(read.url).pathname).toBe(address)
    expect(read.errors).toEqual([])
  })

  test('is worked by the script of its own scope', async ({ as }) => {
    const page = await as('consultant@demo.example', phone)
    await page.goto('/consultant')
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
    expect(new URL(scope).pathname.replace(/\/$/, '')).toBe('/consultant')
  })
})
