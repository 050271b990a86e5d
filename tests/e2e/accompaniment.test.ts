import { execFileSync } from 'node:child_process'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, addMonths, dayOf } from '#app/kernel/day.ts'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { choosePassword, recordSession } from './acts/consultant.ts'
import {
  addTestimony,
  advanceTo,
  buildReport,
  foundAgreement,
  inviteReader,
  linkOfLetter,
  publishReport,
  setTarget,
} from './acts/manager.ts'
import { answerWave, validateDiagnostic } from './acts/organisation.ts'
import {
  addAction,
  addPerson,
  approvePlan,
  buyEngineering,
  createOrganisation,
  fileReport,
  inviteConsultant,
  openCase,
  openTab,
  recordIntake,
  sendForValidation,
  settleAction,
  takePhoto,
  writeDiagnostic,
} from './acts/practitioner.ts'
import { follow, titled } from './acts/screen.ts'

const practitioner = 'practitioner@demo.example'
const manager = 'manager@demo.example'
const funder = 'funder@demo.example'
const today = dayOf(systemClock())
const year = today.slice(0, 4)

const need = 'Trouver un second atelier.'
const agreement = `VOILES-${year}`
const organisation = 'La Voilerie des Possibles'
const leader = { name: 'Ysaline Corbeau', email: 'ysaline@voilerie-des-possibles.example', role: 'Présidente' }
const consultant = { name: 'Octave Lhermitte', email: 'octave@lhermitte.example', password: 'une phrase de cinq mots' }
const mission = 'Modèle économique de la voilerie'
const plan = {
  'Action de la structure': 'Réunir le conseil chaque mois',
  'Ressource du territoire': 'Rencontrer la pépinière du quai',
  'Expertise interne': 'Deux rendez-vous sur la trésorerie',
  'Ingénierie individuelle': 'Construire le modèle économique',
  'Ingénierie collective': 'Rejoindre le groupe sur la mesure',
}
const nextStep = 'Envoyer les comptes de trois ans'
const story = 'Nous avons appris à dire non, et nous sommes encore là.'

/** Told by one test to those that follow. */
const known = { number: '', withoutNumber: '', link: '', otherAgreement: '', otherEdition: '' }

describe('one accompaniment, from the first meeting to the funder’s report', () => {
  test('the manager records the agreement that pays for it, its target and its reader', async ({ as }) => {
    const page = await as(manager)
    await foundAgreement(page, {
      Code: agreement,
      Financeur: 'Région de démonstration',
      'Commence le': `${year}-01-01`,
      'Se termine le': `${year}-12-31`,
    })
    await setTarget(page, 'Diagnostics validés', '4')
    await inviteReader(page, 'Hélène Garnier', funder)
  })

  test('the practitioner opens a case for an organisation that she creates by its SIRET, and one without', async ({
    as,
  }) => {
    const page = await as(practitioner)
    await createOrganisation(page, organisation, {
      SIRET: '905 001 236 00017',
      Commune: '45000',
      'Secteur d’activité': 'Culture',
    })
    known.number = await openCase(page, 'Notre salariée porte tout, nous voulons tenir.', agreement)
    await createOrganisation(page, 'Collectif Sans Papier', { Commune: 'Orléans' })
    known.withoutNumber = await openCase(page, 'Nous ne sommes pas encore déclarés.')
    await page.goto('/o/dla-demo/accompagnements/nouveau')
    await page.getByRole('searchbox', { name: 'Nom, SIRET ou RNA' }).fill('90500123600017')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByText('1 structure trouvée').waitFor()
    await page.getByRole('link', { name: `Choisir ${organisation}` }).waitFor()
  })

  test('she holds the first meeting, and writes the diagnostic', async ({ as }) => {
    const page = await as(practitioner)
    await openTab(page, known.number, 'Accueil')
    await addPerson(page, leader)
    await recordIntake(page, known.number, today, `${leader.name} (${leader.role})`)
    await takePhoto(page, known.number, {
      photo: {
        Effectif: '8',
        'Équivalents temps plein': '6,5',
        'Dont CDI': '5',
        'Dont CDD': '3',
        'Dont femmes': '6',
        'Dont temps partiel': '4',
        'Dont emplois aidés': '1',
        Bénévoles: '25',
        'Budget annuel': '310 000',
        'Nombre de financeurs': '3',
      },
      strategy: '1',
      origin: { of: 'Comptes annuels', certainty: 'Sûr', figure: 'Bénévoles', estimated: 'Estimé' },
    })
    await writeDiagnostic(page, {
      situation: {
        Stratégie: { score: '1', findings: 'Le projet n’est écrit nulle part.' },
        Organisation: { score: '2', findings: 'Deux salariées font tout.' },
        'Fonctions support': { score: '2', findings: 'Comptes tenus par la trésorière.' },
        'Place dans l’écosystème': { score: '3', findings: 'Connue de la ville.' },
        'Gouvernance et relations': { score: '2', findings: 'Un conseil fatigué.' },
        Territoire: { score: '4', findings: 'Le quai l’attend.' },
        'Secteur, filière': { score: '1', findings: 'Une filière qui se cherche.' },
        Technique: { score: '3', findings: 'L’atelier est équipé.' },
      },
      needs: [
        { title: 'Mesurer ce que l’atelier change', domain: 'Territoire' },
        { title: 'Partager les décisions', domain: 'Gouvernance et relations' },
        { title: 'Écrire le modèle économique', domain: 'Stratégie' },
        {
          title: 'Tenir une trésorerie',
          domain: 'Fonctions support',
          urgency: 'À traiter tout de suite',
          effect: 'Garde des emplois',
        },
      ],
      conclusions: 'Le projet est utile, son modèle reste à écrire.',
    })
    await sendForValidation(page)
  })

  test('the leader validates it by her personal link, on a phone and without JavaScript', async ({ as, visit }) => {
    known.link = await linkOfLetter(await as(manager), leader.email, 'Votre diagnostic est prêt à être relu')
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await page.goto(known.link)
    await titled(page, `Le diagnostic de ${organisation}`)
    const needs = page.getByRole('region', { name: 'Vos besoins, par ordre' }).getByRole('listitem')
    expect(await needs.allTextContents()).toEqual([
      'Tenir une trésorerieÀ traiter tout de suite · Garde des emplois',
      'Écrire le modèle économique',
      'Partager les décisions',
      'Mesurer ce que l’atelier change',
    ])
    await page.getByText('Le projet est utile, son modèle reste à écrire.', { exact: true }).waitFor()
    const photo = page.getByRole('region', { name: /^Votre structure le/ })
    await photo.getByText('Comptes annuels · Estimé', { exact: true }).waitFor()
    expect(await photo.getByText('Comptes annuels · Sûr', { exact: true }).count()).toBe(6)
    await validateDiagnostic(page, leader.name, leader.role)
  })

  test('the practitioner builds the plan with its five kinds of action, and has it approved', async ({ as }) => {
    const page = await as(practitioner)
    await openTab(page, known.number, 'Diagnostic')
    await page.getByText(`par ${leader.name}`).first().waitFor()
    await page.getByText('À traiter tout de suite · Garde des emplois', { exact: true }).waitFor()
    await openTab(page, known.number, 'Parcours')
    await page.getByRole('button', { name: 'Construire le parcours' }).click()
    for (const [nature, title] of Object.entries(plan)) await addAction(page, nature, title)
    await approvePlan(page, today, leader.name)
  })

  test('she buys an engineering from a provider with its contract, and invites the consultant', async ({ as }) => {
    const page = await as(practitioner)
    await buyEngineering(
      page,
      known.number,
      {
        Titre: mission,
        'Ou un nouveau prestataire': 'Lhermitte et filles',
        'Jours commandés': '4',
        'Montant HT': '3 200',
        Début: today,
        Fin: addMonths(today, 3),
        'Signé le': today,
      },
      plan['Ingénierie individuelle'],
    )
    await inviteConsultant(page, consultant.name, consultant.email)
  })

  test('the consultant accepts, sees only that mission, and records a session on a phone', async ({ as, visit }) => {
    const letter = await linkOfLetter(
      await as(manager),
      consultant.email,
      'Une mission vous est confiée par DLA du Loiret',
    )
    const page = await visit(phone)
    await choosePassword(page, letter, consultant.password)
    await signIn(page, consultant.email, consultant.password)
    await titled(page, 'Mes missions')
    expect(await page.getByRole('heading', { level: 2 }).getByRole('link').allTextContents()).toEqual([mission])
    await recordSession(page, {
      organisation,
      days: '0,5 jour',
      who: leader.name,
      decided: 'Le prix d’une journée d’atelier est posé.',
      next: nextStep,
    })
    await page.getByText('Le prix d’une journée d’atelier est posé.').waitFor()
  })

  test('the practitioner reads the session, holds the restitution and files the report', async ({ as }) => {
    const page = await as(practitioner)
    await openTab(page, known.number, 'Séances')
    await page.getByText('Le prix d’une journée d’atelier est posé.').waitFor()
    await openTab(page, known.number, 'Parcours')
    for (const title of [...Object.values(plan), nextStep]) await settleAction(page, title, 'Faite')
    await fileReport(page, known.number, 'La structure a fini seule, comme convenu.', 'Le modèle est écrit et voté.')
    const waves = page.getByRole('region', { name: 'Suivis prévus' }).getByRole('listitem')
    expect(await waves.count()).toBe(3)
  })

  test('the manager goes forward: the letter of each wave leaves on its day', async ({ as }) => {
    const page = await as(manager)
    await advanceTo(page, addDays(addMonths(today, 12), 4))
    await page.getByText(`Questions de suivi, à ${leader.email}`).first().waitFor()
    known.link = await linkOfLetter(page, leader.email, `Où en est ${organisation} aujourd’hui ?`)
  }, 900_000)

  test('the organisation answers on a phone, and the practitioner sees T0 beside T3', async ({ as, visit }) => {
    const page = await visit(phone)
    await page.goto(known.link)
    await answerWave(page, {
      counts: {
        'Combien de personnes salariées compte la structure aujourd’hui ?': '11',
        'Combien sont en CDI ?': '9',
        'Combien de financeurs soutiennent la structure ?': '5',
        'Combien d’emplois menacés ont pu être gardés ?': '2',
      },
      choices: {
        'Votre vision stratégique est-elle écrite et partagée ?': '4',
        'Depuis le diagnostic, la situation économique s’est…': 'améliorée',
        'La gouvernance (bureau, conseil) s’implique-t-elle dans les décisions ?': '3',
        [nextStep]: 'Reportée',
      },
      texts: {
        'De nouveaux besoins sont-ils apparus ?': need,
        'De nouveaux partenariats ou alliances, sur votre territoire : lesquels ?': 'Un groupement d’achat.',
        'Y a-t-il eu des effets inattendus, bons ou mauvais ?': 'Le conseil a rajeuni.',
        'En une phrase, que retenez-vous de l’accompagnement ?': 'Nous savons où nous allons.',
      },
    })
    const desk = await as(practitioner)
    await openTab(desk, known.number, 'Suivi')
    const none = expect.stringMatching(/^–/)
    const rows = desk.getByRole('table', { name: 'Avant et après' }).getByRole('row')
    expect(await Promise.all((await rows.all()).map(row => row.getByRole('cell').allTextContents()))).toEqual([
      [],
      ['8', none, none, '11', '+3'],
      ['5', none, none, '9', '+4'],
      ['3', none, none, '5', '+2'],
      ['1', none, none, '4', '+3'],
      [none, none, none, '3', none],
    ])
    await desk.getByRole('img', { name: /^Effectif : T0 8, .*T3 11$/ }).waitFor()
    expect(await rows.first().getByRole('columnheader').allTextContents()).toEqual([
      'Indicateur',
      'T0',
      'T1',
      'T2',
      'T3',
      'Évolution',
    ])
    await follow(desk, 'Ouvrir un nouvel accompagnement')
    await desk.getByText(`Fait suite au dossier ${known.number}`).waitFor()
    expect(await desk.getByLabel('La demande, dans les mots de la structure').inputValue()).toBe(need)
    await desk.goto(`/o/dla-demo/accompagnements/${known.number}/parcours`)
    const action = desk.getByRole('listitem').filter({ hasText: nextStep })
    await action.getByText('Selon la structure, à T3').waitFor()
    await action.getByText('Reportée').waitFor()
  })

  test('the manager adds a testimony with its consent, and publishes the year’s report', async ({ as }) => {
    const page = await as(manager)
    await addTestimony(page, {
      number: known.number,
      body: story,
      author: 'Une administratrice',
      consentOf: leader.name,
      collectedOn: today,
      method: 'Entretien avec le bureau',
      limits: 'Une seule structure parle.',
    })
    await page.getByText('Méthode : Entretien avec le bureau').waitFor()
    await buildReport(page, new RegExp(agreement), year)
    await page.getByRole('row', { name: /Diagnostics validés : 1 pour un objectif de 4/ }).waitFor()
    await page.getByText(story).waitFor()
    await publishReport(page)
    await buildReport(page, /EMPLOI/, year)
    known.otherEdition = page.url().split('/').at(-1) ?? ''
    await page.goto('/o/dla-demo/conventions')
    const other = page.getByRole('rowheader').getByRole('link', { name: /^EMPLOI/ })
    known.otherAgreement = (await other.getAttribute('href'))?.split('/').at(-1) ?? ''
  })

  test('the funder reads it, with its targets, and the definition of every figure', async ({ as }) => {
    const page = await as(funder)
    await page.goto('/financeur')
    const card = page.getByRole('region', { name: agreement, exact: true })
    await card.getByText(`En ${year}, 1 structure a été accompagnée.`).waitFor()
    await follow(card, `Lire le rapport ${year}`)
    await titled(page, 'Ce que la convention a rendu possible')
    const target = page.getByRole('table', { name: 'Objectifs et réalisations' }).getByRole('row').last()
    const [achieved, aim] = (await target.getByRole('cell').allTextContents()).slice(1)
    expect([achieved?.split(' ')[0], aim]).toEqual(['1', '4'])
    await page.getByRole('blockquote').filter({ hasText: story }).waitFor()
    await page.getByText('Recueilli ainsi : Entretien avec le bureau').waitFor()
    await page.getByText('Ce que cela ne prouve pas : Une seule structure parle.').waitFor()
    expect(await page.getByRole('main').textContent()).not.toContain(organisation)
    const figures = page.getByRole('region', { name: 'Les chiffres, un par un' }).getByRole('rowheader')
    const defined = figures.filter({ hasText: /\(définition v\d+\)/ })
    expect(await defined.count()).toBe(figureCodes.length)
    expect(await figures.count()).toBe(figureCodes.length)
  })

  test('the funder takes it away as tagged PDF and as XLSX', async ({ as }) => {
    const page = await as(funder)
    await page.goto('/financeur')
    await follow(page.getByRole('region', { name: agreement, exact: true }), `Lire le rapport ${year}`)
    const pdf = await downloaded(page, 'PDF')
    expect(run('pdfinfo', [pdf])).toMatch(/Tagged: +yes/)
    const text = run('pdftotext', [pdf, '-'])
    for (const words of ['Diagnostics validés', 'Recueilli ainsi', 'Ce que cela ne prouve pas'])
      expect(text).toContain(words)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await downloaded(page, 'Tableur (XLSX)'))
    const written = workbook.worksheets.flatMap(sheet => sheet.getSheetValues()).flat()
    expect(written).toContain('Diagnostics validés')
  })

  test('the funder finds nothing of another agreement', async ({ as }) => {
    const page = await as(funder)
    const statusOf = async (path: string) => (await page.request.get(path)).status()
    expect(known.otherAgreement).toMatch(/^[\w-]{36}$/)
    expect(await statusOf(`/financeur/dla-demo/conventions/${known.otherAgreement}`)).toBe(404)
    expect(await statusOf(`/financeur/dla-demo/editions/${known.otherEdition}/pdf`)).toBe(404)
    expect(await statusOf(`/o/dla-demo/rapports/${known.otherEdition}`)).toBe(404)
    expect(await statusOf(`/o/dla-demo/accompagnements/${known.number}`)).toBe(404)
  })
})

const run = (command: string, args: string[]) => execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' })

/** Where the file is that a link of the page gives. */
async function downloaded(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await follow(page, name)
  return (await coming).path()
}
