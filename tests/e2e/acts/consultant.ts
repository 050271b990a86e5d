import type { Page } from 'playwright-core'
import { choose, fill, group, send, titled } from './screen.ts'

/** Chooses her password by the link of her invitation. */
export async function choosePassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link)
  await titled(page, 'Choisir un mot de passe')
  await fill(page, { 'Nouveau mot de passe': password })
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await page.waitForURL(/\/connexion$/)
}

export type Told = { organisation: string; days: string; who: string; agenda?: string; decided: string; next: string }

/** Records a session from her missions, with who was there and what comes next. */
export async function recordSession(page: Page, told: Told): Promise<void> {
  await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
  await titled(page, 'Saisir une séance')
  await page.getByLabel('Durée').selectOption(told.days)
  const attendance = group(page, `${told.organisation} : présence`)
  await attendance.getByLabel(`Qui, pour ${told.organisation}`).fill(told.who)
  await choose(page, `${told.organisation} : présence`, 'À distance')
  if (told.agenda) await fill(page, { 'Ordre du jour 1': told.agenda })
  await fill(page, {
    'Ce qui a été décidé 1': told.decided,
    'Prochaines étapes 1': told.next,
  })
  await send(page, 'Enregistrer', 'Séance enregistrée')
}

/** Of her first mission, on the page of all: the organisation, then the operator. */
export async function namesOfFirstMission(page: Page): Promise<string[]> {
  const card = page
    .getByRole('heading', { level: 2 })
    .filter({ has: page.getByRole('link') })
    .first()
  const said = await card.locator('xpath=following::p[1]').textContent()
  return said?.split(' · ') ?? []
}

/** Journeys share one mission: once they have held all its ordered days, the next one says why there is one more. */
export async function saveSession(page: Page): Promise<void> {
  const save = page.getByRole('button', { name: 'Enregistrer' })
  await save.click()
  const why = page.getByRole('textbox', { name: 'Pourquoi ?' })
  const saved = page.waitForURL(/\/missions\/[\w-]+$/)
  await Promise.race([saved, why.and(page.locator('[aria-invalid=true]')).waitFor()])
  if ((await why.count()) > 0) {
    await why.fill('Une demi-journée de plus, demandée par la structure.')
    await save.click()
  }
  await saved
}
