import type { Page } from 'playwright-core'
import { fill, send, titled } from './screen.ts'

const base = '/o/dla-demo'

/** Reads the newest letter to somebody in the mailbox of the demonstration, and answers where its link leads. */
export async function linkOfLetter(page: Page, recipient: string, subject: string | RegExp): Promise<string> {
  const row = page.getByRole('row').filter({ hasText: recipient }).filter({ hasText: subject }).first()
  // A letter leaves by the workers: it takes a moment to come.
  for (let turn = 0; turn < 40; turn += 1) {
    await page.goto(`${base}/reglages/courrier`)
    if (await row.isVisible()) break
    await page.waitForTimeout(250)
  }
  await row.getByRole('link').click()
  await titled(page, subject)
  const address = await page
    .getByRole('main')
    .getByRole('link', { name: /^https?:/ })
    .first()
    .getAttribute('href')
  return address ?? ''
}

/** An agreement of a year, its target and its reader. */
export async function foundAgreement(page: Page, agreement: Record<string, string>): Promise<void> {
  await page.goto(`${base}/conventions`)
  await fill(page, agreement)
  await send(page, 'Enregistrer la convention', 'La convention est enregistrée.')
}

export async function setTarget(page: Page, indicator: string, value: string): Promise<void> {
  await page.getByLabel('Indicateur').selectOption(indicator)
  await page.getByRole('textbox', { name: 'Objectif' }).fill(value)
  await send(page, 'Enregistrer l’objectif', 'L’objectif est enregistré.')
}

export async function inviteReader(page: Page, name: string, email: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Inviter une personne' })
  await fill(form, { Nom: name, 'Adresse électronique': email })
  await send(form, 'Inviter', 'L’invitation est partie.')
}

/** « Avancer au… », and waits until the demonstration is there. A day that fails is tried again a minute later, and once more after two. */
export async function advanceTo(page: Page, day: string): Promise<void> {
  await page.goto(`${base}/reglages/calendrier`)
  await fill(page, { 'Avancer au': day })
  await send(page, 'Avancer', 'En route vers le')
  await page.getByRole('button', { name: 'Avancer', exact: true }).waitFor({ timeout: 840_000 })
}

export type Testimony = Record<'number' | 'body' | 'author' | 'consentOf' | 'collectedOn' | 'method' | 'limits', string>

export async function addTestimony(
  page: Page,
  { number, body, author, consentOf, collectedOn, method, limits }: Testimony,
): Promise<void> {
  await page.goto(`${base}/temoignages`)
  const form = page.locator('#ajouter')
  await fill(form, { 'Numéro du dossier': number, 'Le texte': body, 'Qui parle': author, 'Recueilli le': collectedOn })
  await fill(form, { 'Comment c’est recueilli': method, 'Ce que cela ne dit pas': limits })
  await form.getByRole('checkbox', { name: 'La personne accepte d’être citée' }).check()
  await fill(form, {
    'Qui donne son accord': consentOf,
    'Donné le': collectedOn,
    'Comment on le sait': 'Dit en réunion.',
  })
  await form.getByLabel('Qui peut le lire').selectOption('Financeurs')
  await send(form, 'Ajouter le témoignage', 'Le témoignage est ajouté.')
}

/** Builds the report of a year, and waits until it can be read. */
export async function buildReport(page: Page, agreement: RegExp, year: string): Promise<void> {
  await page.goto(`${base}/rapports`)
  const choice = page.getByLabel('Convention')
  const label = await choice.locator('option').filter({ hasText: agreement }).textContent()
  await choice.selectOption({ label: label ?? '' })
  await fill(page, { Année: year })
  await send(page, 'Construire le rapport', 'Le rapport se construit.')
  await page.getByText('Relisez : personne d’autre').waitFor({ timeout: 30_000 })
}

export async function publishReport(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Publier' }).click()
  await send(page.getByRole('dialog', { name: 'Publier cette édition ?' }), 'Publier', 'L’édition est publiée.')
}
