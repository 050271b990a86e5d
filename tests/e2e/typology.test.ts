import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { choose, follow, group, send } from './acts/screen.ts'

const base = '/o/dla-demo/accompagnements'

describe('the typology of a case', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is said from the case, and narrows the caseload, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { ...phone, javaScriptEnabled })
      await page.goto(`${base}?etat=${javaScriptEnabled ? 'in_progress' : 'diagnostic'}`)
      const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
      await page.goto(path ?? '')
      await follow(page, 'Préciser la typologie')
      expect(await group(page, 'Métier').getByRole('radio', { name: 'Accompagner dans la durée' }).isChecked()).toBe(
        true,
      )
      await choose(page, 'Métier', 'Conseiller')
      await choose(page, 'Moment de la structure', 'Coopération')
      await group(page, 'Publics visés').getByRole('checkbox', { name: 'Jeunes' }).check()
      await page.getByLabel('Jours prévus').fill('2,3')
      await page.getByRole('button', { name: 'Enregistrer la typologie' }).click()
      await page.getByRole('link', { name: /Jours prévus/ }).waitFor()
      expect(await group(page, 'Publics visés').getByRole('checkbox', { name: 'Jeunes' }).isChecked()).toBe(true)
      await page.getByLabel('Jours prévus').fill('2,5')
      await send(page, 'Enregistrer la typologie', 'C’est enregistré.')
      expect(await page.getByLabel('Jours prévus').inputValue()).toBe('2,5')
      await page.goto(`${path}/historique`)
      await page.getByText('Coopération').first().waitFor()
      await page.goto(`${base}?metier=consulting&public=youth&moment=cooperation`)
      await page.locator(`a[href="${path}"]`).first().waitFor()
      await page.getByText('Public visé : Jeunes').first().waitFor()
    })

  test('stands on a page that everybody can use', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await watch(page.context())
    await page.goto(base)
    const path = await page.getByRole('main').locator(`a[href*="${base}/2"]`).first().getAttribute('href')
    expect(await faultsOf(page, `${path}/typologie`)).toEqual([])
    expect(await faultsOf(page, '/o/dla-demo/rapports/chiffres?par=trade')).toEqual([])
  })
})
