import type { Locator, Page } from 'playwright-core'
import type { ProgrammeDefinition, ProgrammeStep } from '#app/features/programmes/programme-definition.ts'
import type { Question } from '#app/features/programmes/questions.ts'
import { fill, follow, send } from './screen.ts'

/** What a practitioner does with a programme whose steps are all data, by what she reads on its pages. */

const base = '/o/dla-demo'

/** A date of the demonstration's present, and plain answers: what she types when the test says nothing else. */
const plain: Record<Question['kind'], string> = {
  line: 'Ressourcerie du quai',
  text: 'Écrit avec la personne, lors du rendez-vous.',
  number: '4',
  euros: '12 500',
  date: '',
  choice: '',
  choices: '',
  scale: '3',
  file: '',
}

export type Given = Readonly<Record<string, string>>

/** Opens a case by the screens: for an organisation that she finds, or for a project that has none. */
export async function openProgrammeCase(
  page: Page,
  programme: string,
  about: { project: string } | { organisation: string },
) {
  await page.goto(`${base}/accompagnements/nouveau`)
  if ('project' in about) {
    await follow(page, 'Ouvrir un projet qui n’a pas encore de structure')
    await fill(page, { 'Nom du projet': about.project })
  } else await chooseOrganisation(page, about.organisation)
  await page.getByLabel('Dispositif', { exact: true }).selectOption({ label: programme })
  await send(page, 'Ouvrir l’accompagnement')
  await page.waitForURL(/\/accompagnements\/\d{4}-\d{4}$/)
  return page.url().slice(-9)
}

async function chooseOrganisation(page: Page, name: string) {
  await page.getByRole('searchbox', { name: 'Nom, SIRET ou RNA' }).fill(name)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await follow(page, `Choisir ${name}`)
}

const tabsOf = (page: Page) => page.getByRole('navigation', { name: 'Pages du dossier' })

export async function openStep(page: Page, step: ProgrammeStep) {
  const name = step.label.fr
  await follow(tabsOf(page), name)
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
}

/** Answers every question that is expected and shown, as she finds them, then saves. */
export async function answerStep(page: Page, step: ProgrammeStep, given: Given, today: string) {
  for (const question of step.questions ?? []) {
    const wanted = given[question.code]
    if ((wanted === undefined && !question.required) || question.kind === 'file') continue
    const name = question.label.fr
    if (!(await fieldOf(page, question, name).first().isVisible())) continue
    await answer(page, question, name, wanted ?? (question.kind === 'date' ? today : plain[question.kind]))
  }
  await send(page, 'Enregistrer les réponses', 'C’est enregistré.')
}

function fieldOf(page: Page, { kind, required }: Question, name: string): Locator {
  const grouped = kind === 'choice' || kind === 'choices' || kind === 'scale'
  return page.getByRole(grouped ? 'group' : 'textbox', { name: required ? `${name} (attendue)` : name, exact: true })
}

async function answer(page: Page, question: Question, name: string, wanted: string) {
  const field = fieldOf(page, question, name).first()
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const options = question.options ?? []
      const label = options.find(({ code }) => code === wanted)?.label.fr ?? options[0]?.label.fr ?? ''
      const role = question.kind === 'choice' ? 'radio' : 'checkbox'
      return field.getByRole(role, { name: label, exact: true }).check()
    }
    case 'scale':
      return field.getByRole('radio', { name: wanted, exact: true }).check()
    default:
      return field.fill(wanted)
  }
}

/** Presses a way on; gives a reason when the page asks for one. */
export async function goOn(page: Page, button: string, reason?: string) {
  const form = page.getByRole('form', { name: button, exact: true })
  if (reason) await form.getByRole('textbox').last().fill(reason)
  await send(form, button, 'Le dossier a avancé.')
}

/** Attaches the case to an organisation, on the page of the step that asks for it. */
export async function attachTo(page: Page, organisation: string) {
  await page.getByRole('searchbox', { name: 'Nom, SIRET ou RNA' }).fill(organisation)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await send(page, `Rattacher à ${organisation}`, 'C’est enregistré.')
  await page.getByRole('region', { name: 'Structure' }).getByRole('link', { name: organisation, exact: true }).waitFor()
}

/** Says which person of the organisation is accompanied. */
export async function chooseFirstPerson(page: Page) {
  await page.getByLabel('Personne', { exact: true }).selectOption({ index: 1 })
  await send(page, 'Enregistrer la personne', 'C’est enregistré.')
}

export const stepByCode = ({ steps }: Pick<ProgrammeDefinition, 'steps'>, code: string) => {
  const found = steps.find(step => step.code === code)
  if (!found) throw new Error(`no step ${code}`)
  return found
}

/** What is tracked is asked again at the first wave; then the case closes, with the reason why it does not wait. */
export async function closeFrom(page: Page, definition: ProgrammeDefinition, today: string) {
  const asked = definition.steps.find(({ questions }) => questions?.some(({ tracked }) => tracked))
  const wave = definition.waves[0]?.wave
  if (asked && wave) {
    await openStep(page, asked)
    await follow(page.getByRole('navigation', { name: 'Moments de la mesure' }), wave)
    await page.getByText('Au départ').first().waitFor()
    const again = (asked.questions ?? []).filter(({ tracked }) => tracked)
    await answerStep(page, { ...asked, questions: again }, {}, today)
  }
  await follow(tabsOf(page), 'Suivi')
  await goOn(page, 'Clôturer le dossier', 'La personne ne souhaite plus être recontactée.')
  await isAt(page, 'Clôturé')
}

/** The heading of the case says where it stands. */
export const isAt = (page: Page, state: string) => page.getByText(state, { exact: true }).first().waitFor()
