import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, day, dayOf } from '#app/kernel/day.ts'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { advanceTo, linkOfLetter } from './acts/manager.ts'
import { validateDiagnostic } from './acts/organisation.ts'
import {
  addAction,
  addPerson,
  approvePlan,
  createOrganisation,
  fileReport,
  openCase,
  openTab,
  recordIntake,
  sendForValidation,
  settleAction,
  takePhoto,
  writeDiagnostic,
} from './acts/practitioner.ts'
import { choose, fill, follow, group, refused, send, titled, unfold } from './acts/screen.ts'

describe('the tracked questions of a programme', () => {
  test('are answered at a wave and compared with T0, on a phone without JavaScript', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await signIn(page, 'practitioner@other.example')
    await page.goto('/o/incubateur-demo/accompagnements')
    await page.getByRole('link', { name: 'Les Heures douces' }).first().click()
    await titled(page, 'Les Heures douces')
    const number = new URL(page.url()).pathname
    await page.goto(`${number}/suivi`)
    await page.getByText('Noter une réponse donnée par téléphone').click()
    await page
      .getByText(/Au départ\s: \d/)
      .first()
      .waitFor()
    // Closed: what it does with its tools is no longer asked, without any script.
    const tools = group(page, 'Les outils produits sont-ils utilisés aujourd’hui ?')
    await tools.waitFor()
    await choose(page, 'Où en est la structure ?', 'Elle a cessé son activité')
    await tools.waitFor({ state: 'hidden' })
    await choose(page, 'Où en est la structure ?', 'Elle poursuit son activité')
    await tools.waitFor()
    await choose(page, 'L’équipe croit à la suite du projet', '4')
    await fill(page, { 'Clients ou usagers réguliers': 'une foule', 'Qui répond': 'La présidente' })
    await page.getByRole('button', { name: 'Enregistrer les réponses' }).click()

    // Refused where it was typed, and everything is still there.
    const clients = page.getByRole('textbox', { name: 'Clients ou usagers réguliers' })
    expect(await clients.inputValue()).toBe('une foule')
    expect(await clients.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('textbox', { name: 'Qui répond' }).inputValue()).toBe('La présidente')
    await clients.fill('21')
    await page.getByRole('button', { name: 'Enregistrer les réponses' }).click()

    const compared = page.getByRole('table', { name: 'Questions suivies' }).getByRole('row')
    await compared.filter({ hasText: 'Clients ou usagers réguliers' }).getByText('21').waitFor()
    const who = page.getByRole('region', { name: 'Questions suivies' })
    expect(await who.getByText('par téléphone, La présidente').count()).toBe(1)
  })
})

const manager = 'manager@demo.example'
const practitioner = 'practitioner@demo.example'
const today = dayOf(systemClock())
const programme = 'DLA et bénévolat'
const place = 'Les bénévoles trouvent leur place'
const regulars = 'Bénévoles réguliers'
const organisation = 'La Halte des Marais'
const leader = { name: 'Solène Aubry', email: 'solene@halte-des-marais.example', role: 'Présidente' }

/** Told by one test to those that follow. */
const known = { number: '', link: '' }

describe('a question that an operator marks as tracked', () => {
  test('is written by the manager in the diagnostic of her copy, and keeps its words once in service', async ({
    as,
  }) => {
    const page = await as(manager)
    await page.goto('/o/dla-demo/reglages')
    await page.getByRole('link', { name: 'Ouvrir Dispositifs' }).click()
    await page.getByLabel('Copier', { exact: true }).selectOption({ label: 'DLA individuel' })
    await fill(page, { 'Nom du nouveau dispositif': programme })
    await send(page, 'Créer la copie')
    await titled(page, programme)
    const asking = page.getByRole('form', { name: 'Ajouter une question' })
    const write = async (words: string, kind: string, more: Record<string, string> = {}) => {
      await asking.getByLabel('Étape de la question').selectOption('Diagnostic')
      await asking.getByLabel('Type de réponse').selectOption(kind)
      await fill(asking, { 'Question, en français': words, ...more })
      await asking.getByRole('checkbox', { name: /^Suivie/ }).check()
    }
    await write(place, 'Une échelle')
    await asking.getByRole('button', { name: 'Ajouter une question' }).click()
    await asking.getByRole('alert').getByText('est une échelle').waitFor()
    expect(await asking.getByRole('checkbox', { name: /^Suivie/ }).isChecked()).toBe(true)
    expect(await asking.getByLabel('Question, en français').inputValue()).toBe(place)
    await fill(asking, { 'Échelle, 0 veut dire': 'aucune', 'Échelle, 4 veut dire': 'toute leur place' })
    await send(asking, 'Ajouter une question', 'C’est enregistré.')
    await write(regulars, 'Un nombre')
    await send(asking, 'Ajouter une question', 'C’est enregistré.')
    await send(page, 'Mettre la version 1 en service', 'en service')

    const stored = page.getByRole('form', { name: regulars })
    await unfold(page.locator('#questions'), `${regulars} (sans réponse encore)`)
    await stored.getByLabel('Question, en français').fill('Bénévoles de l’année')
    await stored.getByRole('button', { name: 'Enregistrer la question' }).click()
    await stored.getByRole('alert').getByText('changer ses mots rendrait les réponses incomparables').waitFor()
    expect(await stored.getByLabel('Question, en français').inputValue()).toBe('Bénévoles de l’année')
  })

  test('is answered at T0 in the diagnostic of a case, which then goes to its follow-up', async ({ as, visit }) => {
    const page = await as(practitioner)
    await createOrganisation(page, organisation, { Commune: 'Orléans' })
    await page.getByLabel('Dispositif', { exact: true }).selectOption({ label: programme })
    known.number = await openCase(page, 'Nos bénévoles s’épuisent.')
    await openTab(page, known.number, 'Accueil')
    await addPerson(page, leader)
    await recordIntake(page, known.number, today, `${leader.name} (${leader.role})`)
    await openTab(page, known.number, 'Diagnostic')
    await follow(page.getByRole('navigation', { name: 'Dans cette page' }), 'Diagnostic : questions')
    await choose(page, place, '1')
    await fill(page, { [regulars]: '12' })
    await send(page, 'Enregistrer les réponses', 'C’est enregistré.')
    const photo = {
      Effectif: '3',
      'Équivalents temps plein': '2',
      'Dont CDI': '2',
      'Dont CDD': '1',
      'Dont femmes': '2',
      'Dont temps partiel': '1',
      'Dont emplois aidés': '0',
      Bénévoles: '12',
      'Budget annuel': '90 000',
      'Nombre de financeurs': '2',
    }
    await takePhoto(page, known.number, { photo, strategy: '1' })
    await writeDiagnostic(page, {
      situation: { Organisation: { score: '2', findings: 'Tout repose sur trois personnes.' } },
      needs: [{ title: 'Accueillir les bénévoles', domain: 'Organisation' }],
      conclusions: 'Une équipe à élargir.',
    })
    await sendForValidation(page)
    const desk = await as(manager)
    known.link = await linkOfLetter(desk, leader.email, 'Votre diagnostic est prêt à être relu')
    const reader = await visit(phone)
    await reader.goto(known.link)
    await validateDiagnostic(reader, leader.name, leader.role)
    await openTab(page, known.number, 'Parcours')
    await page.getByRole('button', { name: 'Construire le parcours' }).click()
    await addAction(page, 'Action de la structure', 'Écrire la charte des bénévoles')
    await approvePlan(page, today, leader.name)
    await settleAction(page, 'Écrire la charte des bénévoles', 'Faite')
    await fileReport(page, known.number, null, 'La charte est votée.')
  })

  test('is asked in the same words by the letter of the wave, and answered on a phone', async ({ as, visit }) => {
    const page = await as(manager)
    await page.goto('/o/dla-demo/reglages/calendrier')
    // Another journey may have gone forward before this one.
    const now = day(await page.getByLabel('Avancer au').getAttribute('min'))
    await advanceTo(page, addDays(now ?? today, 2))
    known.link = await linkOfLetter(page, leader.email, `Où en est ${organisation} aujourd’hui ?`)
    const reader = await visit(phone)
    await reader.goto(known.link)
    await titled(reader, 'Où en êtes-vous ?')
    expect(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    const next = reader.getByRole('button', { name: 'Garder et continuer' })
    const isAt = (number: number) => reader.getByText(`Page ${number} sur 5.`).waitFor()
    await isAt(1)
    await next.click()
    await isAt(2)
    await choose(reader, 'Recommanderiez-vous cet accompagnement ?', '9')
    await next.click()
    // The plan, gone through at its own journey.
    await isAt(3)
    await next.click()
    await isAt(4)
    await group(reader, place).getByText('toute leur place').last().waitFor()
    await choose(reader, place, '3')
    await fill(reader, { [regulars]: 'vingt' })
    const count = reader.getByRole('textbox', { name: regulars, exact: true })
    expect(await refused(reader, 'Garder et continuer', count)).not.toBe('')
    expect(await count.inputValue()).toBe('vingt')
    expect(await group(reader, place).getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true)
    await count.fill('20')
    await next.click()
    await isAt(5)
    // She leaves, and comes back by the same link: where she was, with what she had answered.
    await reader.goto(known.link)
    await isAt(5)
    await follow(reader.getByRole('main'), 'Page précédente')
    await isAt(4)
    expect(await count.inputValue()).toBe('20')
    await next.click()
    await isAt(5)
    await fill(reader, { 'Qui répond': leader.name })
    await reader.getByRole('button', { name: 'Envoyer mes réponses' }).click()
    await reader.getByText('Merci, vos réponses sont enregistrées').waitFor()
  })

  test('stands at T0 beside the wave, with who answered', async ({ as }) => {
    const page = await as(practitioner)
    await openTab(page, known.number, 'Suivi')
    const table = page.getByRole('table', { name: 'Questions suivies' })
    const cells = (question: string) =>
      table.getByRole('row').filter({ hasText: question }).getByRole('cell').allTextContents()
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Question', 'T0', 'T1'])
    expect(await cells(place)).toEqual(['1/4', '3/4'])
    expect(await cells(regulars)).toEqual(['12', '20'])
    await page.getByRole('rowheader', { name: 'Recommandation (0 à 10)', exact: true }).waitFor()
    const who = page.getByRole('region', { name: 'Questions suivies' })
    await who.getByText(`par lien personnel, ${leader.name}`).waitFor()
  })
})
