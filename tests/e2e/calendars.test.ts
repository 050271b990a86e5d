import ICAL from 'ical.js'
import { describe, expect } from 'vitest'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'

/** How many lines another program reads at this address. */
async function linesAt(address: string): Promise<number> {
  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  return new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent').length
}

describe('her sessions in her own calendar', () => {
  for (const javaScriptEnabled of [true, false])
    test(`are read by an address that she makes and removes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      visit,
    }) => {
      const page = await visit({ ...phone, javaScriptEnabled })
      await signIn(page, 'consultant@demo.example')
      await page.goto('/compte/agenda')
      const remove = page.getByRole('button', { name: 'Supprimer l’adresse' })
      if ((await remove.count()) > 0) await remove.click()
      await page.getByRole('button', { name: 'Créer mon adresse' }).waitFor()
      await page.goto('/compte')
      await page.getByRole('link', { name: 'Mettre mes séances dans mon agenda' }).click()
      await page.getByRole('button', { name: 'Créer mon adresse' }).click()
      const shown = page.getByRole('status').filter({ hasText: 'Voici votre adresse' })
      const address = (await shown.getByRole('code').textContent()) ?? ''
      const webcal = await shown.getByRole('link', { name: 'Ouvrir dans l’agenda' }).getAttribute('href')
      expect(webcal).toBe(address.replace('http:', 'webcal:'))
      expect(await linesAt(address)).toBeGreaterThan(0)
      await page.goto('/compte/agenda')
      expect(await page.content()).not.toContain(address)
      await page.getByText(/Dernière lecture par votre agenda/).waitFor()
      await page.getByLabel('Titres courts').check()
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('status').filter({ hasText: 'C’est enregistré.' }).waitFor()
      expect(await page.getByLabel('Titres courts').isChecked()).toBe(true)
      await page.getByRole('button', { name: 'Créer une autre adresse' }).click()
      if (javaScriptEnabled) await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(400)
      const other = (await shown.getByRole('code').textContent()) ?? ''
      expect((await fetch(address)).status).toBe(404)
      expect(await linesAt(other)).toBeGreaterThan(0)
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, '/compte/agenda')).toEqual([])
      }
      await remove.click()
      await page.getByRole('status').filter({ hasText: 'L’adresse de votre agenda est supprimée.' }).waitFor()
      expect((await fetch(other)).status).toBe(404)
    })
})
