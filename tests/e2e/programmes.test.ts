import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { dayOf } from '#app/kernel/day.ts'
import { accueilMembreMes } from '#db/seed/programmes/accueil-membre-mes.ts'
import { changementEchelle } from '#db/seed/programmes/changement-echelle.ts'
import { coaching } from '#db/seed/programmes/coaching.ts'
import { fabriqueAInitiatives } from '#db/seed/programmes/fabrique-a-initiatives.ts'
import { formation } from '#db/seed/programmes/formation.ts'
import { incubation } from '#db/seed/programmes/incubation.ts'
import { orientationCress } from '#db/seed/programmes/orientation-cress.ts'
import { test } from '#tests/harness/browser-test.ts'
import {
  answerStep,
  attachTo,
  chooseFirstPerson,
  closeFrom,
  type Given,
  goOn,
  isAt,
  openProgrammeCase,
  openStep,
  stepByCode,
} from './acts/programmes.ts'
import { choose, fill, follow, send, titled } from './acts/screen.ts'

const practitioner = 'practitioner@demo.example'
const today = dayOf(systemClock())

type Case = {
  definition: ProgrammeDefinition
  about: { project: string } | { organisation: string }
  /** The organisation that takes the project over, on the page that asks for it. */
  attach?: string
  given?: Given
  /** What she does elsewhere before a step lets her go on, by its code; she is back on its page after. */
  before?: Readonly<Record<string, (page: Page) => Promise<void>>>
}

/** From the first step to the last: at each state she answers what its step expects, then goes on. */
async function wholePath(page: Page, { definition, about, attach, given = {}, before = {} }: Case): Promise<string> {
  const number = await openProgrammeCase(page, definition.name.fr, about)
  const answered = new Set<string>()
  const attached = { organisation: attach, done: false }
  for (let state = definition.initialState; state !== 'closed'; ) {
    const known = definition.states.find(({ code }) => code === state)
    const way = definition.transitions.find(({ from, label }) => label && from.includes(state))
    if (!known || !way?.label) throw new Error(`no way from ${state}`)
    await isAt(page, known.label.fr)
    // Needs are of a diagnostic: a programme without one does not say that none is written.
    const besides = page.getByRole('heading', { name: 'Besoins, par ordre' })
    expect(await besides.count()).toBe(definition.steps.some(({ tab }) => tab === 'diagnostic') ? 1 : 0)
    const step = stepByCode(definition, known.step ?? '')
    if (step.tab === 'suivi') {
      await closeFrom(page, definition, today)
      return number
    }
    if (step.tab === 'accueil') await follow(page.getByRole('navigation', { name: 'Pages du dossier' }), 'Accueil')
    else await openStep(page, step)
    await before[step.code]?.(page)
    if (step.asks && !attached.done) {
      if (attached.organisation) await attachTo(page, attached.organisation)
      if (step.asks.includes('contact_person')) await chooseFirstPerson(page)
      attached.done = true
    }
    if (step.questions && !answered.has(step.code)) await answerStep(page, step, given, today)
    answered.add(step.code)
    await goOn(page, way.label.fr)
    state = way.to
  }
  return number
}

const cases: Case[] = [
  {
    definition: fabriqueAInitiatives,
    about: { project: 'Garage solidaire du canal' },
    attach: 'Atelier vélo Rayon Libre',
    given: { idea_need: 'Réparer sa voiture pour garder son travail.', study_conclusion: 'go', creation_jobs: '2,5' },
  },
  {
    definition: incubation,
    about: { project: 'Épicerie des trois ponts' },
    attach: 'Les Jardins du Dhuy-Vert',
    given: { jury_decision: 'selected', jobs: '1', exit_result: 'created', exit_created_on: today },
  },
  {
    definition: changementEchelle,
    about: { organisation: 'Ressourcerie La Deuxième Rive' },
    given: { strategy_kind: 'cooperation', strategy_partner: 'Réseau des ressourceries' },
  },
  {
    definition: orientationCress,
    about: { project: 'Café associatif de Madame Vasseur' },
    given: { stage_stage: 'feasibility', acknowledged_answer: 'accepted' },
  },
  { definition: formation, about: { organisation: 'Les Couturières du Loing' }, given: { attendance_hours: '14' } },
  {
    definition: coaching,
    about: { organisation: 'La Cabane aux Cent Marmots' },
    given: { sessions_notes: 'Entre nous.' },
  },
  {
    definition: accueilMembreMes,
    about: { organisation: 'Parents en Chemin' },
    given: { peers_with: 'Le café des voisins', place_part: 'gives' },
    before: {
      entry: async page => {
        // The way on waits for it: how she came is what this network looks at first.
        await page.getByText('notez comment la structure est arrivée, dans l’accueil.').waitFor()
        await choose(page, 'Comment la demande est arrivée', 'Envoyée par un partenaire')
        await fill(page, { 'Partenaire qui a envoyé la structure': 'Le DLA' })
        await send(page, 'Enregistrer l’accueil', 'C’est enregistré.')
      },
      place: async page => {
        await page.getByText('notez la place de la structure dans le réseau, sur sa fiche.').waitFor()
        const step = page.url()
        await page.goto('/o/dla-demo/structures?texte=parents+en+chemin')
        await follow(page, 'Parents en Chemin')
        await titled(page, 'Parents en Chemin')
        await notePlace(page)
        await page.goto(step)
      },
    },
  },
]

/** What the network says of the organisation, on its sheet: the place that it takes, and the gap that is accepted. */
async function notePlace(page: Page) {
  await follow(page, 'Noter sa place')
  await page.getByRole('combobox', { name: 'Place', exact: true }).selectOption('member')
  await page.getByRole('button', { name: 'Noter cette place' }).click()
  await page.getByRole('link', { name: /^Pourquoi/ }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Place', exact: true }).inputValue()).toBe('member')
  await fill(page, { Pourquoi: 'Adhésion votée en assemblée.' })
  await send(page, 'Noter cette place', 'C’est enregistré.')
  const place = page.getByRole('region', { name: 'Place dans le réseau' })
  await place.getByText('Adhésion votée en assemblée.').waitFor()
  await follow(page, 'Écrire cette note')
  await fill(page, { 'Ce qu’elle fait autrement': 'Aucun permanent.', 'Pourquoi c’est accepté': 'Assumé.' })
  await send(page, 'Enregistrer cette note', 'C’est enregistré.')
  await page.getByRole('region', { name: 'Écart accepté à la norme' }).getByText('Aucun permanent.').waitFor()
}

describe('each programme that is data, from its first step to its last', () => {
  for (const one of cases)
    test(one.definition.name.fr, async ({ as }) => {
      const page = await as(practitioner)
      const number = await wholePath(page, one)
      await page.goto(`/o/dla-demo/accompagnements/${number}/historique`)
      const history = await page.getByRole('main').textContent()
      // What only its author reads is in no history, hers included.
      for (const words of Object.values(one.given ?? {}).filter(given => given.includes(' ')))
        expect(history?.includes(words)).toBe(words !== 'Entre nous.')
    })
})

/** The ninth programme: a copy of coaching under other words, with one question more. */
const ninth: ProgrammeDefinition = {
  ...coaching,
  name: { fr: 'Tutorat entre pairs', en: 'Tutorat entre pairs' },
  steps: coaching.steps.map(step =>
    step.code === 'framing'
      ? {
          ...step,
          label: { fr: 'Contrat de tutorat', en: 'Framing' },
          questions: [
            ...(step.questions ?? []),
            {
              code: 'tutor',
              label: { fr: 'Qui est le tuteur', en: 'Qui est le tuteur' },
              kind: 'line' as const,
              required: true,
              when: { question: 'framing_three', is: ['no'] },
            },
          ],
        }
      : step,
  ),
}

describe('a ninth programme, written in the editor', () => {
  test('is copied, renamed, given a question, put in service, and a case goes through it', async ({ as }) => {
    const page = await as('manager@demo.example')
    await page.goto('/o/dla-demo/reglages')
    await page.getByRole('link', { name: 'Ouvrir Dispositifs' }).click()
    await page.getByLabel('Copier', { exact: true }).selectOption({ label: 'Coaching' })
    await fill(page, { 'Nom du nouveau dispositif': ninth.name.fr })
    await send(page, 'Créer la copie')
    await titled(page, ninth.name.fr)
    await page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link', { name: 'Dispositifs' }).click()
    await page.getByRole('link', { name: ninth.name.fr }).click()
    await titled(page, ninth.name.fr)
    await fill(page, { 'Étape 1, en français': 'Contrat de tutorat' })
    await send(page, 'Enregistrer le dispositif', 'C’est enregistré.')
    const asking = page.getByRole('form', { name: 'Ajouter une question' })
    await asking.getByLabel('Question, en français').fill('Qui est le tuteur')
    await asking.getByLabel('Posée si').selectOption({ label: 'Employeur associé au cadrage : Non' })
    await asking.getByRole('checkbox', { name: 'Attendue pour passer à l’étape suivante' }).check()
    await send(asking, 'Ajouter une question', 'C’est enregistré.')
    const preview = page.getByRole('region', { name: 'Aperçu' })
    await preview.getByLabel('Qui est le tuteur (attendue)').waitFor()
    await send(page, 'Mettre la version 1 en service', 'en service')
    const desk = await as(practitioner)
    const given = { framing_three: 'no', tutor: 'Une ancienne directrice' }
    await wholePath(desk, { definition: ninth, about: { organisation: 'Maison des ados La Boussole' }, given })
  })
})

describe('a programme that is shipped otherwise since', () => {
  // Each reader has a programme of her own: what one takes, the other would find taken.
  test.for([
    { javaScriptEnabled: true, name: 'Formation', code: 'formation' },
    { javaScriptEnabled: false, name: 'Orientation (CRESS)', code: 'orientation-cress' },
  ])('$name is compared, chosen and taken (JavaScript: $javaScriptEnabled)', async (given, { as }) => {
    const page = await as('manager@demo.example', { javaScriptEnabled: given.javaScriptEnabled })
    const programme = `/o/dla-demo/reglages/dispositifs/${given.code}`
    await page.goto(programme)
    await page.getByRole('textbox', { name: 'Relances avant clôture', exact: true }).fill('9')
    await page.getByRole('button', { name: 'Enregistrer le dispositif' }).click()
    await page.getByText('La version 2 est en préparation').waitFor()
    await follow(page, 'Voir la mise à jour')
    await titled(page, new RegExp(`^Mise à jour.: ${given.name.replace(/[()]/g, '.')}$`))
    const conflict = page.getByRole('group', { name: 'Relances avant clôture', exact: true })
    if (given.code === 'formation')
      await page
        .getByRole('row', { name: /6e demi-journée/ })
        .getByText('Absent', { exact: true })
        .waitFor()
    // Nothing is chosen for her.
    const take = page.getByRole('button', { name: 'Préparer la version 2', exact: true })
    await take.click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Relances avant clôture/ })
      .waitFor()
    await conflict.getByRole('radio', { name: /^Prendre le nouveau/ }).check()
    await take.click()
    await titled(page, given.name)
    await page.waitForURL(url => url.pathname === programme)
    expect(await page.getByText('Ce dispositif livré a changé').count()).toBe(0)
    const attempts = await page.getByRole('textbox', { name: 'Relances avant clôture', exact: true }).inputValue()
    expect(Number(attempts)).toBeLessThan(9)
    await page.goto(`${programme}/mise-a-jour`)
    await page.getByRole('heading', { name: 'Votre copie est à jour.' }).waitFor()
  })
})
