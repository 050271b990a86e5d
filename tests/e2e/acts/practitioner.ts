import type { Page } from 'playwright-core'
import { choose, fill, follow, group, send, titled } from './screen.ts'

const base = '/o/dla-demo'

/** Her way to a page of a case: by its tabs. */
export async function openTab(page: Page, number: string, tab: string): Promise<void> {
  if (!page.url().includes(`/accompagnements/${number}`)) await page.goto(`${base}/accompagnements/${number}`)
  const tabs = page.getByRole('navigation', { name: 'Pages du dossier' })
  await follow(tabs, tab)
  await tabs.locator('[aria-current=page]').filter({ hasText: tab }).waitFor()
}

/** From her day: looks for an organisation that nobody knows yet, and creates it on the way to its case. */
export async function createOrganisation(
  page: Page,
  name: string,
  fields: Record<string, string>,
  employer = 'Oui',
): Promise<void> {
  await page.goto(`${base}/aujourdhui`)
  await follow(page, 'Ouvrir un accompagnement')
  await page.getByRole('searchbox', { name: 'Nom, SIRET ou RNA' }).fill(name)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByText('Aucune structure ne correspond.').waitFor()
  await follow(page, 'Créer la structure')
  await titled(page, 'Nouvelle structure')
  await page.getByLabel('Forme juridique').selectOption('Association')
  await page.getByLabel('Employeuse').selectOption(employer)
  await fill(page, fields)
  await send(page, 'Créer la structure')
  await titled(page, 'Ouvrir un accompagnement')
}

/** Opens the case of the organisation that is chosen; answers its number. */
export async function openCase(page: Page, motive: string, agreement?: string): Promise<string> {
  await choose(page, 'Comment la demande est arrivée', 'Accueil direct')
  await fill(page, { 'La demande, dans les mots de la structure': motive })
  if (agreement) await page.getByRole('checkbox', { name: new RegExp(agreement) }).check()
  await send(page, 'Ouvrir l’accompagnement')
  await page.waitForURL(/\/accompagnements\/\d{4}-\d{4}$/)
  return page.url().slice(-9)
}

/** Adds to the organisation of a case the person who speaks for it. */
export async function addPerson(page: Page, person: { name: string; email: string; role: string }): Promise<void> {
  await follow(page, 'Ajouter une personne à la structure')
  await fill(page, { Nom: person.name, 'Adresse électronique': person.email, Fonction: person.role })
  await page.getByLabel('Place dans la structure').selectOption('Gouvernance (bureau, CA)')
  await send(page, 'Enregistrer la personne', 'C’est enregistré.')
}

const criteria = [
  'Le besoin touche à l’emploi',
  'Utile au territoire',
  'Pas d’autre offre d’appui',
  'Ne peut pas payer seule',
  'Le dispositif en a les moyens',
  'Employeuse, ou projet d’embauche',
  'Statut dans le champ de l’ESS',
]

/** The first meeting, and what it decides. */
export async function recordIntake(page: Page, number: string, today: string, contact: string): Promise<void> {
  await openTab(page, number, 'Accueil')
  await page.getByLabel('Personne à contacter').selectOption({ label: contact })
  await choose(page, 'Qui fait la demande', 'Une personne élue (bureau, conseil d’administration)')
  await fill(page, {
    'Date du premier rendez-vous': today,
    'Accord du conseil d’administration, le': today,
    'Information sur les données remise le': today,
  })
  for (const criterion of criteria) await choose(page, criterion, 'Oui')
  await choose(page, 'Décision', 'Éligible')
  await send(page, 'Enregistrer l’accueil', 'C’est enregistré.')
  await send(page, 'Premier rendez-vous tenu', 'Le dossier a avancé.')
  await send(page, 'Commencer le diagnostic', 'Le dossier a avancé.')
}

export type Photo = Record<string, string>

export type Origin = { of: string; certainty: string; figure: string; estimated: string }

/** T0: the jobs and the money of the organisation, and where they come from, with one figure that is an exception. */
export async function takePhoto(
  page: Page,
  number: string,
  { photo, strategy, origin }: { photo: Photo; strategy: string; origin?: Origin },
): Promise<void> {
  await openTab(page, number, 'Diagnostic')
  await fill(page, photo)
  if (origin) {
    const origins = group(page, 'Origine des chiffres')
    await origins.getByLabel('D’où viennent les chiffres').selectOption(origin.of)
    await origins.getByLabel('À quel point ils sont sûrs').selectOption(origin.certainty)
    await origins.locator('summary').filter({ hasText: 'Un chiffre fait exception' }).click()
    await origins.locator('summary').filter({ hasText: origin.figure }).click()
    await origins.getByLabel(`Certitude : ${origin.figure}`, { exact: true }).selectOption(origin.estimated)
  }
  await choose(page, 'Vision stratégique écrite', strategy)
  await send(page, 'Enregistrer la photo', 'C’est enregistré.')
}

export type Writing = {
  situation: Record<string, { score: string; findings: string }>
  needs: readonly { title: string; domain: string; urgency?: string; effect?: string }[]
  conclusions: string
}

/** What she writes of the eight domains, the needs in their order, and what she concludes. */
export async function writeDiagnostic(page: Page, writing: Writing): Promise<void> {
  const domains = group(page, 'Situation, par domaine')
  for (const [domain, { score, findings }] of Object.entries(writing.situation)) {
    await domains.locator('summary').filter({ hasText: domain }).click()
    await domains.getByLabel(`Situation : ${domain}`, { exact: true }).selectOption(score)
    await domains.getByLabel(`Constats : ${domain}`, { exact: true }).fill(findings)
  }
  await fill(page, { 'Qui a participé': 'La présidente et deux salariées.', Conclusions: writing.conclusions })
  for (const [index, { title, domain, urgency, effect }] of writing.needs.entries()) {
    const line = index + 1
    if ((await page.getByLabel(`Besoin ${line}`, { exact: true }).count()) === 0)
      await page.getByRole('button', { name: 'Ajouter un besoin' }).click()
    // Written from the last to the first: the ranks put them in order.
    await page.getByLabel(`Rang ${line}`, { exact: true }).fill(String(writing.needs.length - index))
    await page.getByLabel(`Besoin ${line}`, { exact: true }).fill(title)
    await page.getByLabel(`Domaine ${line}`, { exact: true }).selectOption(domain)
    if (urgency) await page.getByLabel(`Urgence ${line}`, { exact: true }).selectOption(urgency)
    if (effect) await page.getByLabel(`Effet sur l’emploi ${line}`, { exact: true }).selectOption(effect)
  }
  await fill(page, { 'Vos jours sur ce diagnostic': '2,5' })
  await send(page, 'Enregistrer le diagnostic', 'C’est enregistré.')
}

export async function sendForValidation(page: Page): Promise<void> {
  await send(page, 'Envoyer pour validation', 'Le diagnostic est parti pour validation.')
}

/** Adds one action of a nature to the plan. */
export async function addAction(page: Page, nature: string, title: string): Promise<void> {
  await follow(page, 'Ajouter une action')
  await fill(page, { Action: title })
  await choose(page, 'Nature de l’action', nature)
  await send(page, 'Ajouter l’action')
  await page.getByRole('list', { name: 'Actions, dans l’ordre' }).getByText(title, { exact: true }).waitFor()
}

/** The committee's opinion, then the organisation's agreement, then the start. */
export async function approvePlan(page: Page, today: string, by: string): Promise<void> {
  await fill(page, { 'Date du comité d’appui': today })
  await send(page, 'Enregistrer le comité', 'C’est enregistré.')
  await send(page, 'Présenter au comité d’appui', 'Le dossier a avancé.')
  await choose(page, 'Avis du comité', 'Favorable')
  await send(page, 'Enregistrer le comité', 'C’est enregistré.')
  await fill(page, { 'Validé par': by })
  await send(page, 'La structure valide le parcours', 'Le dossier a avancé.')
  await send(page, 'Démarrer l’accompagnement', 'Le dossier a avancé.')
}

/** Days bought from a provider, with their contract, for an action of the plan. */
export async function buyEngineering(
  page: Page,
  number: string,
  contract: Record<string, string>,
  action: string,
): Promise<void> {
  await openTab(page, number, 'Ingénierie')
  await follow(page, 'Ajouter une ingénierie')
  await fill(page, contract)
  await page.getByRole('checkbox', { name: action }).check()
  await page.getByRole('button', { name: 'Créer l’ingénierie' }).click()
  // Signed without a consultation: its reason is asked for, and what was typed is still there.
  const reason = page.getByRole('textbox', { name: /^Pourquoi signer sans consulter/ })
  await reason.fill('Sous le seuil de consultation.')
  await send(page, 'Créer l’ingénierie', 'L’ingénierie est créée.')
}

export async function inviteConsultant(page: Page, name: string, email: string): Promise<void> {
  await page.getByText('Inviter un intervenant', { exact: true }).click()
  await fill(page, { 'Prénom et nom': name, 'Adresse électronique': email })
  await send(page, 'Envoyer l’invitation', 'L’invitation part à')
}

/** Says where an action of the plan ended. */
export async function settleAction(page: Page, title: string, status: string): Promise<void> {
  await follow(page, `Modifier l’action ${title}`)
  await choose(page, 'Où elle en est', status)
  await send(page, 'Enregistrer l’action', 'C’est enregistré.')
}

/** The closing meeting, the report, and its filing, which plans the waves; with why she goes on, where she is asked. */
export async function fileReport(page: Page, number: string, why: string | null, report: string): Promise<void> {
  await openTab(page, number, 'Bilan')
  if (why) await fill(page, { 'Pourquoi continuer': why })
  await send(page, 'Restitution tenue', 'Le dossier a avancé.')
  await fill(page, { Bilan: report })
  await page.getByLabel('Résultat de l’accompagnement').first().selectOption('Objectifs atteints')
  await send(page, 'Enregistrer le bilan', 'C’est enregistré.')
  await send(page, 'Déposer le bilan', 'Le dossier a avancé.')
}
