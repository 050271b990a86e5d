import { describe, expect } from 'vitest'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { test } from '#tests/harness/browser-test.ts'

describe('signing in', () => {
  for (const javaScriptEnabled of [true, false])
    test(`a practitioner reaches her day, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ visit }) => {
      const page = await visit({ javaScriptEnabled })
      await page.goto('/connexion')
      await page.getByLabel('Adresse électronique').fill('practitioner@demo.example')
      await page.getByLabel('Mot de passe').fill(demonstrationPassword)
      await page.getByRole('button', { name: 'Se connecter' }).click()
      await page.waitForURL(/\/o\/dla-demo\/aujourdhui$/)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    })
})
