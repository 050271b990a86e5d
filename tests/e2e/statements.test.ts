import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'

describe('days, ordered and held', () => {
  for (const javaScriptEnabled of [true, false])
    test(`are stated by their consultant, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('consultant@demo.example', { ...phone, javaScriptEnabled })
      await page.goto('/consultant')
      await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
      await page.getByRole('link', { name: 'Relevé de jours à signer' }).click()
      await page.getByRole('heading', { level: 1, name: 'Relevé de jours' }).waitFor()
      const path = new URL(page.url()).pathname
      await page.getByLabel('Du', { exact: true }).fill('2020-01-01')
      await page.getByRole('button', { name: 'Afficher' }).click()
      await page.getByRole('heading', { name: /^Du 1er janvier 2020 au / }).waitFor()
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Télécharger le relevé (PDF)' }).click()
      expect((await downloading).suggestedFilename()).toMatch(/^Releve de jours - .+\.pdf$/)
      if (!javaScriptEnabled) return
      await watch(page.context())
      expect(await faultsOf(page, path)).toEqual([])
    })

  test('are followed contract by contract by the team', async ({ as }) => {
    const page = await as('manager@demo.example')
    await page.goto('/o/dla-demo/seances')
    await page.getByRole('link', { name: 'Jours tenus et commandés' }).click()
    const table = page.getByRole('table', { name: 'Jours tenus et commandés, par contrat' })
    await table.getByRole('row').nth(1).waitFor()
    await page.getByLabel('Genre').selectOption({ label: 'Collective' })
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.waitForURL(/genre=collective/)
    await page.getByText('Collective ·').first().waitFor()
    await watch(page.context())
    expect(await faultsOf(page, '/o/dla-demo/seances/jours')).toEqual([])
  })
})
