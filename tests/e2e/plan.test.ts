import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'

const base = '/o/dla-demo'

describe('the objectives of a plan', () => {
  for (const javaScriptEnabled of [true, false])
    test(`go from a baseline to a target ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      await page.goto(`${base}/accompagnements?etat=diagnostic&dispositif=dla-individuel`)
      const path = `${await page.locator('tbody th a').first().getAttribute('href')}/parcours`
      const title = `Adhérents, ${javaScriptEnabled}`
      await page.goto(path)
      await page.getByRole('link', { name: 'Ajouter un objectif' }).click()
      await page.getByLabel('Ce qui doit changer').fill(title)
      await page.getByLabel('Au départ').fill('quatre-vingts')
      await page.getByRole('button', { name: 'Ajouter l’objectif' }).click()
      await page.getByLabel('Au départ').and(page.locator('[aria-invalid=true]')).waitFor()
      expect(await page.getByLabel('Ce qui doit changer').inputValue()).toBe(title)
      await page.getByLabel('Au départ').fill('80')
      await page.getByLabel('Cible').fill('120')
      await page.getByRole('button', { name: 'Ajouter l’objectif' }).click()
      await page.getByText('De 80 à 120').first().waitFor()
      await page.getByRole('link', { name: `Modifier l’objectif ${title}` }).click()
      await page.getByLabel('Atteint').fill('90')
      await page.getByRole('button', { name: 'Enregistrer l’objectif' }).click()
      await page.getByText('25 % du chemin').first().waitFor()

      await page.getByRole('link', { name: 'Ajouter une action' }).first().click()
      const action = page.locator('#action')
      await action.getByRole('textbox', { name: /^Action/ }).fill(`Réunir les adhérents, ${javaScriptEnabled}`)
      await action.getByLabel('Objectif servi').selectOption({ label: title })
      await action.getByLabel('Début').fill('2030-06-30')
      await action.getByLabel('Échéance').fill('2030-04-01')
      await action.getByLabel('Résultat attendu').fill('Une assemblée par trimestre.')
      await action.getByLabel('Preuve').fill('Les feuilles de présence.')
      await action.getByRole('button', { name: 'Ajouter l’action' }).click()
      await action.getByLabel('Échéance').and(page.locator('[aria-invalid=true]')).waitFor()
      expect(await action.getByLabel('Preuve').inputValue()).toBe('Les feuilles de présence.')
      await action.getByLabel('Échéance').fill('2030-12-31')
      await action.getByRole('button', { name: 'Ajouter l’action' }).click()
      const added = page.getByRole('listitem').filter({ hasText: `Réunir les adhérents, ${javaScriptEnabled}` })
      await added.getByText('Les feuilles de présence.').waitFor()
      await added.getByText(title, { exact: true }).waitFor()
      await page.getByRole('button', { name: `Retirer ${title}` }).click()
      await page.getByRole('link', { name: `Modifier l’objectif ${title}` }).waitFor({ state: 'detached' })
    })
})

describe('the restitution of a diagnostic', () => {
  test('is taken away as a tagged PDF and as a DOCX', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}/accompagnements?etat=in_progress&dispositif=dla-individuel`)
    await page.goto(`${await page.locator('tbody th a').first().getAttribute('href')}/diagnostic`)
    await page.getByText('Lire ces notes en tableau').waitFor()
    const take = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      return { name: file.suggestedFilename(), body: await readFile(await file.path()) }
    }
    const pdf = await take('Télécharger en PDF')
    expect(pdf.name).toMatch(/^Diagnostic - .+\.pdf$/)
    expect(pdf.body.toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    const docx = await take('Télécharger en DOCX, pour modifier')
    expect(docx.body.subarray(0, 2).toString()).toBe('PK')
  })
})
