import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { follow, send } from './acts/screen.ts'

const base = '/o/dla-demo/accompagnements'

describe('the volunteer time of a case', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is noted, valued and taken back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('practitioner@demo.example', { ...phone, javaScriptEnabled })
      await page.goto(`${base}?etat=diagnostic`)
      const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
      await page.goto(path ?? '')
      await follow(page, 'Noter du temps bénévole')
      const activity = `Relecture des comptes ${javaScriptEnabled}`
      await page.getByLabel('Ce qui a été fait').fill(activity)
      await page.getByLabel('Heures').fill('deux')
      await page.getByLabel('Valeur d’une heure').fill('11,88')
      await page.getByRole('button', { name: 'Noter ce temps' }).click()
      await page.getByRole('link', { name: /Heures/ }).waitFor()
      expect(await page.getByLabel('Ce qui a été fait').inputValue()).toBe(activity)
      await page.getByLabel('Heures').fill('2,5')
      await send(page, 'Noter ce temps', 'C’est enregistré.')
      await page.getByText('29,70').first().waitFor()
      expect(await page.getByLabel('Valeur d’une heure').inputValue()).toBe('11,88')
      await page.getByRole('button', { name: new RegExp(`^Retirer : ${activity}`) }).click()
      await page.getByRole('row', { name: activity }).waitFor({ state: 'detached' })
      await page.goto(`${path}/historique`)
      await page.getByText(activity).first().waitFor()
    })

  test('stands on a page that everybody can use', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await watch(page.context())
    await page.goto(`${base}?etat=closed`)
    const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
    expect(await faultsOf(page, `${path}/benevolat`)).toEqual([])
  })
})
