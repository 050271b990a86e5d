import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { test } from '#tests/harness/browser-test.ts'
import { createOrganisation, openCase, openTab } from './acts/practitioner.ts'
import { choose, fill, follow, send, titled } from './acts/screen.ts'

const today = dayOf(systemClock())
const name = 'Le Rucher des Deux Rives'
const title = 'Modèles socio-économiques, promotion du halage'

/** What the guide advises, by the words that say it is done otherwise. */
const advice = {
  size: 'Le guide en conseille 8 au plus',
  few: 'Vous en attendiez au moins 10',
  young: 'Le guide s’adresse à des structures qui ont au moins trois ans',
  employers: 'Le guide s’adresse à des structures employeuses',
  leader: 'La direction salariée vient d’abord',
  governance: 'Une personne de la gouvernance au moins',
  absent: 'La gouvernance n’est venue à aucune séance',
  charter: 'La charte d’engagement n’est pas signée',
  short: 'Le parcours dure moins de 3 mois',
  long: 'Le parcours dure plus de 6 mois',
  effort: 'quatre à six jours de travail pour la direction',
  days: 'Jours du prestataire',
  length: 'Une séance collective dure une demi-journée à une journée',
  close: 'Le guide laisse deux semaines entre deux séances collectives',
  work: 'Un travail d’intersession prépare chacune des deux premières séances',
  third: 'Le guide conseille une troisième personne',
  theme: 'Un groupe thématique complète',
  awareness: 'Aucune séance de sensibilisation n’a précédé',
}
type Advice = keyof typeof advice

const limits = (page: Page) => page.getByRole('region', { name: 'Repères de la méthode' })
const limit = (page: Page, which: Advice) => limits(page).getByRole('listitem').filter({ hasText: advice[which] })
const member = (page: Page, of = name) =>
  page.getByRole('region', { name: 'Structures du groupe' }).getByRole('listitem').filter({ hasText: of })

/** Nothing is forbidden: a reason is asked for, kept, and shown to whoever reads the group. */
async function explain(page: Page, which: Advice): Promise<void> {
  const one = limit(page, which)
  await one.locator('summary').filter({ hasText: 'Dire pourquoi' }).click()
  await one.getByRole('textbox', { name: 'Pourquoi faire autrement' }).fill(`Décidé en comité : ${which}.`)
  await send(one, 'Enregistrer la raison')
  await one.getByText(`Décidé en comité : ${which}.`).first().waitFor()
}

async function recordTogether(page: Page, number: string, heldOn: string, days: string): Promise<void> {
  await openTab(page, number, 'Séances')
  await follow(page, 'Saisir une séance')
  await fill(page, { Date: heldOn })
  await page.getByLabel('Durée').selectOption(days)
  await page.locator('summary').filter({ hasText: 'Type, mode, lieu et thèmes' }).click()
  await page.getByLabel('Type', { exact: true }).selectOption('Séance collective')
  await send(page, 'Enregistrer', /séance/i)
}

describe('a group that does otherwise than the guide', () => {
  test('is told each limit that it passes, gives its reasons, and goes to its end', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await createOrganisation(page, name, { 'Date de création': addDays(today, -200) }, 'Non')
    const number = await openCase(page, 'Rejoindre le groupe du halage.')

    await page.goto('/o/dla-demo/collectifs')
    await follow(page, 'Nouveau collectif')
    await choose(page, 'Type', 'Collective')
    const contract = {
      Titre: title,
      'Ou un nouveau prestataire': 'Atelier du Halage',
      'Jours commandés': '5',
      'Montant HT': '5000',
      Début: addDays(today, -30),
      Fin: addDays(today, 30),
      'Signé le': addDays(today, -31),
    }
    await fill(page, contract)
    await page.getByRole('button', { name: 'Créer l’ingénierie' }).click()
    await page.getByRole('textbox', { name: /^Pourquoi signer sans consulter/ }).fill('Sous le seuil de consultation.')
    await send(page, 'Créer l’ingénierie', 'L’ingénierie est créée.')
    const cohort = new URL(page.url()).pathname

    // Its own case by its number, then eight others as they come.
    for (const search of [number, ...Array.from({ length: 8 }, () => '20')]) {
      await page.getByRole('searchbox', { name: /^Numéro d’accompagnement/ }).fill(search)
      await page.getByRole('button', { name: 'Chercher', exact: true }).click()
      const add = page.getByRole('button', { name: /^Ajouter / }).first()
      const key = await add.evaluate(
        (element: HTMLButtonElement) => element.form?.querySelector<HTMLInputElement>('[name=_key]')?.value,
      )
      await add.click()
      await page.locator(`input[name=_key][value="${key}"]`).waitFor({ state: 'detached' })
    }
    await page.getByText('Celle-ci en compte 9.').waitFor()

    await recordTogether(page, number, addDays(today, -10), '0.25')
    await recordTogether(page, number, addDays(today, -3), '1')

    await page.goto(`${cohort}/groupe`)
    await page.getByLabel('Ce qui réunit les structures').selectOption('Un thème')
    await fill(page, { 'Structures nécessaires pour ouvrir': '10' })
    await send(page, 'Enregistrer le groupe', 'C’est enregistré.')
    const own = member(page)
    await own.locator('summary').filter({ hasText: 'Personnes, charte et départ' }).click()
    await fill(own, { 'Jours de la direction': '10' })
    await send(own, 'Enregistrer', 'C’est enregistré.')
    await own.locator('summary').filter({ hasText: 'Noter le bilan individuel' }).click()
    await fill(own, { 'Ce qui a changé, et la suite': 'Le prix des ateliers est posé.' })
    await send(own, 'Enregistrer le bilan', 'C’est enregistré.')
    await limit(page, 'third').waitFor()

    // A warning without its reason is told beside its field; with it, it passes.
    const first = limit(page, 'size')
    await first.locator('summary').filter({ hasText: 'Dire pourquoi' }).click()
    await first.getByRole('button', { name: 'Enregistrer la raison' }).click()
    const reason = first.getByRole('textbox', { name: 'Pourquoi faire autrement' })
    await expect.poll(() => reason.getAttribute('aria-invalid')).toBe('true')
    await page.reload()
    const { long: _later, ...atOnce } = advice
    const codes = Object.keys(atOnce).filter((code): code is Exclude<Advice, 'long'> => code in atOnce)
    for (const code of codes) await limit(page, code).waitFor()
    expect(await limits(page).getByRole('listitem').count()).toBe(codes.length)
    for (const code of codes) await explain(page, code)

    // Prolonged, it is too long where it was too short: that is another reason.
    await page.goto(cohort)
    await page.locator('summary').filter({ hasText: 'Modifier le contrat' }).click()
    await fill(page, { Fin: addDays(today, 240) })
    await send(page, 'Enregistrer l’ingénierie')
    await page.goto(`${cohort}/groupe`)
    await explain(page, 'long')
    expect(await limit(page, 'short').count()).toBe(0)
  })

  test('prepares its sessions, and closes each member with a third person', async ({ as }) => {
    const page = await as('practitioner@demo.example')
    await page.goto('/o/dla-demo/collectifs')
    await follow(page, title)
    await titled(page, title)
    await follow(page.getByRole('navigation', { name: `Pages de l’ingénierie ${title}` }), 'Groupe')
    const own = member(page)
    for (const moment of ['Avant la première séance', 'Avant la deuxième']) {
      await own.locator('summary').filter({ hasText: 'Ajouter un travail d’intersession' }).click()
      const form = own.locator('details[open]').filter({ hasText: 'Ajouter un travail d’intersession' })
      await form.getByLabel('Moment').selectOption(moment)
      await fill(form, { 'Travail d’intersession': `Compter les coûts, ${moment}`, 'Pour le': addDays(today, -5) })
      await form.getByRole('checkbox', { name: 'La gouvernance y a pris part' }).check()
      await send(form, 'Enregistrer le travail', 'C’est enregistré.')
      // What she opened stays open: she comes back to the page as it is.
      await page.reload()
    }
    await own.getByText('travaux faits : 0 sur 2').waitFor()
    const work = own.locator('details').filter({ hasText: 'Travail : Compter les coûts, Avant la première séance' })
    await work.locator('summary').click()
    await fill(work, { 'Fait le': addDays(today, -4) })
    await send(work, 'Enregistrer le travail', 'C’est enregistré.')
    await own.getByText('travaux faits : 1 sur 2').waitFor()
    // The organisation that prepared both is no longer among those that did not.
    expect(await limit(page, 'work').textContent()).not.toContain(name)
    expect(await limit(page, 'absent').textContent()).not.toContain(name)

    await page.getByRole('button', { name: 'Terminer le groupe' }).click()
    const refusal = page.getByText(/Notez d’abord le bilan individuel, ou le départ, de/).first()
    await refusal.waitFor()
    expect(await refusal.textContent()).not.toContain(name)
    await own.locator('summary').filter({ hasText: 'Modifier le bilan individuel' }).click()
    await fill(own, { 'Troisième personne présente': 'Inès Morel, France Active' })
    await send(own, 'Enregistrer le bilan', 'C’est enregistré.')
    await own.getByText(/bilan avec Inès Morel/).waitFor()
    expect(await limit(page, 'third').count()).toBe(0)
  })
})
