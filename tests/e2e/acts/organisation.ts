import type { Page } from 'playwright-core'
import { choose, fill, send, titled } from './screen.ts'

/** Reads the diagnostic by her link, and agrees to it. */
export async function validateDiagnostic(page: Page, name: string, role: string): Promise<void> {
  await choose(page, 'Ce diagnostic…', 'me convient tel quel')
  await fill(page, { 'Votre nom': name, 'Votre fonction': role })
  await choose(page, 'Vous répondez au nom…', 'de la gouvernance (bureau, conseil d’administration)')
  await page.getByRole('button', { name: 'Valider le diagnostic' }).click()
  await page.getByRole('status').filter({ hasText: 'C’est validé, merci' }).waitFor()
}

export type Answers = { counts: Record<string, string>; choices: Record<string, string>; texts: Record<string, string> }

/** Answers the questions of a wave, some of them, each on the page where it stands. */
export async function answerWave(page: Page, { counts, choices, texts }: Answers): Promise<void> {
  await titled(page, 'Où en êtes-vous ?')
  const submit = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let number = 1; ; number++) {
    await page.getByText(`Page ${number} sur `).waitFor()
    for (const [label, value] of Object.entries({ ...counts, ...texts })) {
      const field = page.getByLabel(label, { exact: true })
      if ((await field.count()) > 0) await field.first().fill(value)
    }
    for (const [question, answer] of Object.entries(choices))
      if ((await page.getByRole('group', { name: question }).count()) > 0) await choose(page, question, answer)
    if ((await submit.count()) > 0) break
    await page.getByRole('button', { name: 'Garder et continuer' }).click()
  }
  await send(page, 'Envoyer mes réponses')
  await page.getByText('Merci, vos réponses sont enregistrées').waitFor()
}
