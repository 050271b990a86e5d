import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { fill, follow, send, titled } from './acts/screen.ts'

const list = '/o/dla-demo/accompagnements'
/** A desk, and a phone on which no script runs; with a due date of its own, since one that is later is kept. */
const looks = [
  ['', {}, '2031-03-03'],
  [', on a phone without JavaScript', { ...phone, javaScriptEnabled: false }, '2031-04-03'],
] as const

describe('the caseload', () => {
  test('is narrowed, seen as table, list and board, and kept under a name', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto(list)
    await page.getByText('Convention, département, territoire, typologie, période').click()
    await page.getByLabel('Demande reçue à partir du').fill('2020-01-01')
    await page.getByLabel('Dispositif').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await page.getByText('2 filtres actifs').first().waitFor()
    await follow(page, 'Par état')
    await page.getByRole('region', { name: 'Dossiers par état' }).waitFor()
    expect(await page.getByText('2 filtres actifs').first().isVisible()).toBe(true)
    await page.getByText('Garder ces filtres', { exact: true }).click()
    await fill(page, { 'Nom du filtre': 'Mes colonnes' })
    await send(page, 'Garder', 'Le filtre « Mes colonnes » est gardé.')
    await page.goto(list)
    await follow(page, 'Mes colonnes')
    await page.getByRole('region', { name: 'Dossiers par état' }).waitFor()
    await page.getByRole('link', { name: /^Retirer le filtre Dispositif/ }).click()
    await page.getByText('1 filtre actif').first().waitFor()
    await follow(page, 'Tableau')
    await follow(page, 'Structure')
    await page.waitForURL(/tri=structure/)
    await page.getByText('Retirer un filtre gardé').click()
    await send(page, 'Retirer « Mes colonnes »', 'Le filtre « Mes colonnes » est retiré.')
  })

  test('does all this without JavaScript, one column after the other on a phone', async ({ as }) => {
    const page = await as('practitioner@demo.example', { ...phone, javaScriptEnabled: false })
    await page.goto(`${list}?vue=colonnes&retard=1`)
    await titled(page, 'Accompagnements')
    const columns = page.getByRole('region', { name: 'Dossiers par état' }).getByRole('region')
    const [first, second] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()]
    expect(first?.x).toBe(second?.x)
    await page.getByText('Garder ces filtres', { exact: true }).click()
    await fill(page, { 'Nom du filtre': 'Retards' })
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Le filtre « Retards » est gardé.' }).waitFor()
    await page.getByText('Retirer un filtre gardé').click()
    await page.getByRole('button', { name: 'Retirer « Retards »' }).click()
    await page.getByRole('status').filter({ hasText: 'est retiré' }).waitFor()
  })
})

describe('several cases at once', () => {
  test.for(looks)(
    'are put off by ticking them, reading what will change, and saying yes%s',
    async ([, look, due], { as }) => {
      const page = await as('practitioner@demo.example', look)
      await page.goto(`${list}?etat=received`)
      await page
        .getByRole('checkbox', { name: /^Choisir / })
        .nth(0)
        .check()
      await page
        .getByRole('checkbox', { name: /^Choisir / })
        .nth(1)
        .check()
      await page.getByRole('button', { name: 'Agir sur les dossiers choisis' }).click()
      await titled(page, 'Plusieurs dossiers à la fois')
      await follow(page, 'Reporter l’échéance')
      await page.getByLabel('Nouvelle échéance').fill(due)
      await page.getByRole('button', { name: 'Voir ce qui va changer' }).click()
      await page.getByText('Les 2 dossiers changeront.').waitFor()
      await fill(page, { 'Raison, gardée dans l’historique de chaque dossier': 'Attente du conseil d’administration.' })
      await send(page, 'Changer 2 dossiers', 'Dossiers changés : 2.')
    },
  )
})

describe('a passation', () => {
  test.for(looks)('moves a practitioner’s cases with a word for each, and back%s', async ([, look], { as }) => {
    const page = await as('manager@demo.example', look)
    await page.goto('/o/dla-demo/equipe')
    await follow(page, 'Passer des dossiers')
    await titled(page, 'Passer des dossiers')
    await page.getByLabel('Dossiers de').selectOption('Malik Haddad')
    await page.getByRole('button', { name: 'Montrer ses dossiers' }).click()
    await page.waitForURL(/\?de=/)
    await page.getByLabel('Confier à').selectOption('Élodie Vasseur')
    const boxes = page.getByRole('list', { name: 'Dossiers à passer' }).getByRole('checkbox')
    const count = await boxes.count()
    await boxes.nth(0).uncheck()
    await page
      .getByLabel(/^Ce qu’il faut savoir/)
      .nth(1)
      .fill('Rappeler la directrice lundi.')
    await send(page, 'Passer les dossiers cochés', 'Les dossiers sont passés.')
    await titled(page, 'Dossiers passés de Malik Haddad à Élodie Vasseur')
    await page.getByText('Rappeler la directrice lundi.').waitFor()
    expect(await page.getByRole('rowheader').count()).toBe(count - 1)
    await send(page, 'Rendre ces dossiers', `Dossiers rendus : ${count - 1}.`)
    await page.getByText('Ces dossiers ont été rendus').waitFor()
  })
})
