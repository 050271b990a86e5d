import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { send, titled } from './acts/screen.ts'

const base = '/o/dla-demo/structures'

describe('the register of companies', () => {
  test('fills a new sheet, says why it does not answer, and never stands in the way', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await page.goto(`${base}/nouvelle?cherche=panne`)
    await page.getByText('L’Annuaire ne répond pas comme prévu').waitFor()
    await page.getByRole('textbox', { name: 'Nom', exact: true }).waitFor()
    await page.getByRole('searchbox').fill('La Ruche des possibles')
    await page.getByRole('button', { name: 'Chercher dans l’Annuaire' }).click()
    await page.getByRole('link', { name: 'Reprendre LA RUCHE DES POSSIBLES' }).click()
    expect(await page.getByLabel('SIRET', { exact: true }).inputValue()).toBe('73282932000074')
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('La Ruche des possibles d’Orléans')
    await page.getByRole('button', { name: 'Créer la structure' }).click()
    await titled(page, 'La Ruche des possibles d’Orléans')
    await page
      .getByText(/^selon l’Annuaire/)
      .first()
      .waitFor()
  })

  test('shows each difference before anything is overwritten, and takes what is ticked', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(`${base}?texte=La+Ruche+des+possibles+d’Orléans`)
    await page.getByRole('rowheader').getByRole('link', { name: 'La Ruche des possibles d’Orléans' }).click()
    await page.getByRole('link', { name: 'Comparer à l’Annuaire' }).click()
    const name = page.getByRole('checkbox', { name: /^Nom/ })
    expect(await name.isChecked()).toBe(false)
    await page.getByText('Ici : La Ruche des possibles d’Orléans').waitFor()
    await name.check()
    await send(page, 'Reprendre ce qui est coché', 'C’est enregistré.')
    await titled(page, 'LA RUCHE DES POSSIBLES')
  })
})
