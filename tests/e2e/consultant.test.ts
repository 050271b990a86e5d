import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { saveSession } from './acts/consultant.ts'

/** Everything that the browser fetches as a script to show this page for the first time, in bytes of Brotli. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script' || response.url().endsWith('.js')) bodies.push(response.body())
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const sizes = (await Promise.all(bodies)).map(body => brotliCompressSync(body).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('JavaScript budgets (design §6)', () => {
  test('/consultant weighs 100 kB at most', async ({ visit }) => {
    const first = await visit(phone)
    await signIn(first, 'consultant@demo.example')
    const fresh = await first.context().newPage()
    const bytes = await scriptsOf(fresh, '/consultant')
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(100_000)
  })

  test('the first page of a practitioner weighs 130 kB at most', async ({ visit }) => {
    const first = await visit()
    await signIn(first, 'practitioner@demo.example')
    const fresh = await first.context().newPage()
    expect(await scriptsOf(fresh, '/o/dla-demo/aujourdhui')).toBeLessThanOrEqual(130_000)
  })
})

describe('a consultant', () => {
  for (const javaScriptEnabled of [true, false])
    test(`records a session on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ visit }) => {
      const page = await visit({ ...phone, javaScriptEnabled })
      await signIn(page, 'consultant@demo.example')
      await page.waitForURL(/\/consultant$/)
      await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
      const decided = `Décidé ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript.`
      await page.getByLabel('Durée').selectOption({ label: '0,25 jour' })
      await page.getByRole('radio', { name: 'À distance' }).first().check()
      await page.getByLabel('Ce qui a été décidé 1').fill(decided)
      await page.getByRole('button', { name: /^Ajouter une ligne.*Prochaines étapes$/ }).click()
      await page.getByLabel('Prochaines étapes 2').fill('Envoyer le compte rendu')
      await page.getByLabel('Par qui 2').fill('Le bureau')
      expect(await page.getByLabel('Ce qui a été décidé 1').inputValue()).toBe(decided)
      await saveSession(page)
      await page.getByRole('status').filter({ hasText: 'Séance enregistrée' }).waitFor()
      await page.getByText(decided).waitFor()
    })

  test('notes who came by the keyboard alone, or with a thumb', async ({ visit }) => {
    const page = await visit(phone)
    await signIn(page, 'consultant@demo.example')
    await page.waitForURL(/\/consultant$/)
    await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
    const first = page.getByRole('group', { name: /\s: présence$/ }).first()
    const status = (name: string) => first.getByRole('radio', { name, exact: true })
    for (const radio of await first.getByRole('radio').all()) {
      const box = await radio.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    expect(await status('Présent').isChecked()).toBe(true)
    await first.getByLabel(/^Qui, pour/).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Anne Petit')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Gouv')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await status('Excusé').isChecked()).toBe(true)
    expect(await first.getByLabel(/^Rôle de la personne/).inputValue()).toBe('governance')
    const chosen = await first.getByRole('radio', { checked: true }).all()
    expect(chosen).toHaveLength(1)
    expect(await chosen[0]?.evaluate(element => element === document.activeElement)).toBe(true)
  })

  test('is offered the seven kinds of session, and told what awareness does not count as', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'consultant@demo.example')
    await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await page.getByText('Type, mode, lieu et thèmes').click()
    const kind = page.getByLabel('Type', { exact: true })
    const offered = await kind.locator('option').allTextContents()
    expect(offered.slice(1)).toEqual([
      ...['Lancement', 'Séance individuelle', 'Séance collective', 'Point d’étape', 'Bilan individuel'],
      ...['Restitution', 'Sensibilisation'],
    ])
    const told = page.getByRole('status').filter({ hasText: 'sensibilisation' })
    expect(await told.isVisible()).toBe(false)
    await kind.selectOption({ label: 'Sensibilisation' })
    expect(await told.isVisible()).toBe(true)
  })

  test('begins the last session once more, at the next date, without JavaScript', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'consultant@demo.example')
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Refaire la même' }).click()
    await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
    expect(await page.getByLabel('Durée').inputValue()).not.toBe('')
    if ((await page.getByLabel('Date').inputValue()) === '')
      await page.getByLabel('Date').fill(
        await page
          .getByLabel('Date')
          .getAttribute('max')
          .then(max => max ?? ''),
      )
    await saveSession(page)
    await page.getByRole('status').first().waitFor()
  })

  test('plans a series and calls it off from its second session on, without JavaScript', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'consultant@demo.example')
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    const coming = page.getByRole('list', { name: 'Séances de cette mission' }).getByRole('listitem')
    const planned = coming.filter({ hasText: 'Chez Ysé' }).filter({ hasText: 'Prévue' })
    await page.getByRole('link', { name: 'Prévoir une séance', exact: true }).click()
    await page.getByLabel('Date').fill(addDays(dayOf(systemClock()), 3))
    await page.getByText('Répéter cette séance').click()
    await page.getByLabel('Toutes les … semaines').fill('1')
    await page.getByText('Type, mode, lieu et thèmes').click()
    await page.getByLabel('Lieu').fill('Chez Ysé')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    const times = page.getByLabel('Nombre de séances')
    expect(await times.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Toutes les … semaines').inputValue()).toBe('1')
    await times.fill('3')
    await page.getByRole('radio', { name: 'Les garder' }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.waitForURL(/\/missions\/[\w-]+$/)
    expect(await planned.count()).toBe(3)
    await planned
      .nth(1)
      .getByRole('link', { name: /^Modifier/ })
      .click()
    await page.getByRole('radio', { name: 'Annulée' }).check()
    await page.getByRole('radio', { name: 'Celle-ci et les suivantes' }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.waitForURL(/\/missions\/[\w-]+$/)
    expect(await planned.count()).toBe(1)
  })

  test('hands over a deliverable without JavaScript, and is told what is missing beside its field', async ({
    visit,
  }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'consultant@demo.example')
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await page.getByText('Remettre un autre document').click()
    const form = page.getByRole('form', { name: 'Remettre un autre document' })
    await form.getByLabel('Titre du livrable').fill('Trame de budget')
    await form.getByRole('button', { name: 'Remettre' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await form.getByLabel('Adresse où le lire').getAttribute('aria-invalid')).toBe('true')
    expect(await form.getByLabel('Titre du livrable').inputValue()).toBe('Trame de budget')
    await form
      .getByLabel('Fichier')
      .setInputFiles({ name: 'trame.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1\n%%EOF\n') })
    await form.getByRole('button', { name: 'Remettre' }).click()
    await page.getByRole('status').filter({ hasText: 'C’est remis.' }).waitFor()
    await page.getByRole('heading', { level: 3, name: 'Trame de budget' }).waitFor()
    await page.getByText('trame.pdf').first().waitFor()
  })

  test('finds nothing beside her missions', async ({ visit }) => {
    const page = await visit(phone)
    await signIn(page, 'consultant@demo.example')
    const statusOf = async (path: string) => (await page.goto(path))?.status()
    const mission = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')
    expect(await statusOf(mission ?? '')).toBe(200)
    const elsewhere = mission?.replace('/dla-demo/', '/incubateur-demo/') ?? ''
    const other = mission?.replace(/[0-9a-f]{12}$/, '000000000000') ?? ''
    const paths = ['/o/dla-demo/aujourdhui', '/o/dla-demo/accompagnements', '/o/dla-demo/collectifs', elsewhere, other]
    for (const path of paths) {
      expect(await statusOf(path), path).toBe(404)
      expect(await page.getByRole('heading', { level: 1 }).textContent(), path).toBe('Cette page n’existe pas')
    }
  })
})
