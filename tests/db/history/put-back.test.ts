import { describe, expect } from 'vitest'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { planOf } from '#app/features/plans/plans.store.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { saveTypology } from '#app/features/typology/save-typology.command.server.ts'
import { caseIn, caseRow, diagnosticRow, wholeSnapshot } from '../../harness/cases.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'
import { linesOfCase, send, sent, shown } from '../../harness/put-back.ts'
import { lastChange } from '../../harness/samples/history.ts'
import { coachingCase } from '../../harness/samples/steps.ts'

async function putBack(actor: TestActor, number: string, field: string) {
  const page = await shown(actor, number, field)
  expect(await send(actor, page, { number })).toMatchObject({ kind: 'done' })
  return page
}

const lastOf = async (actor: TestActor, number: string) => (await linesOfCase(actor, number))[0]?.changes

async function twoIntakes(operator: TestOperator) {
  const of = await caseIn(operator, 'intake')
  for (const [motive, prescriber] of [
    ['Trésorerie', 'Préfecture'],
    ['Modèle économique', 'Région'],
  ]) {
    const { version } = await caseRow(operator, of.number)
    const criteria = { jobs_need: { answer: 'yes', note: 'Deux postes' } }
    await of.practitioner.must(saveIntake, { number: of.number, version, motive, prescriber, urgent: 'non', criteria })
  }
  return of
}

describe('a value of history that is put back', () => {
  test('of the intake: that field alone, and history keeps it', async ({ operator }) => {
    const { number, practitioner } = await twoIntakes(operator)
    const page = await putBack(practitioner, number, 'motive')
    expect(page).toMatchObject({ now: 'Modèle économique', back: { value: 'Trésorerie' } })
    expect(await caseRow(operator, number)).toMatchObject({ motive: 'Trésorerie', prescriber: 'Région' })
    expect(await lastOf(practitioner, number)).toEqual([
      { field: 'motive', before: 'Modèle économique', after: 'Trésorerie' },
    ])
  })

  test('is refused when somebody wrote since the page was shown, with both texts', async ({ operator }) => {
    const { number, practitioner } = await twoIntakes(operator)
    const page = await shown(practitioner, number, 'motive')
    const { version } = await caseRow(operator, number)
    await (await operator.practitioner()).must(saveIntake, { number, version, motive: 'Autre chose' })
    expect(await send(practitioner, page, { number })).toMatchObject({
      kind: 'conflict',
      current: { values: { motive: 'Autre chose' } },
    })
    expect(await caseRow(operator, number)).toMatchObject({ motive: 'Autre chose' })
  })

  test('of the diagnostic: a text and a need, until it is validated', async ({ operator }) => {
    const of = await caseIn(operator, 'diagnostic')
    const { number, practitioner } = of
    const save = (version: number, strengths: string, title: string, urgency: string) =>
      practitioner.must(saveDiagnostic, {
        number,
        version,
        strengths,
        situation: Object.fromEntries(expertiseDomains.map(domain => [domain, { score: '2', text: 'Un projet.' }])),
        needs: [
          { rank: '1', domain: 'strategic', title, urgency },
          { rank: '2', domain: 'sociological', title: 'Recruter' },
        ],
      })
    await save(0, 'Une équipe soudée', 'Écrire un projet', 'now')
    await save(1, 'Une équipe', 'Réécrire le projet', 'later')
    await putBack(practitioner, number, 'strengths')
    await putBack(practitioner, number, 'needs[0].urgency')
    expect(await lastOf(practitioner, number)).toEqual([{ field: 'needs[0].urgency', before: 'later', after: 'now' }])
    await putBack(practitioner, number, 'needs[0].title')
    expect(await lastOf(practitioner, number)).toEqual([
      { field: 'needs[0].title', before: 'Réécrire le projet', after: 'Écrire un projet' },
    ])
    expect(await diagnosticRow(operator, of.id)).toMatchObject({
      strengths: 'Une équipe soudée',
      situation: { strategic: { score: 2, text: 'Un projet.' } },
    })
  })

  test('of a validated diagnostic is refused by the guard of the edit', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic_validated')
    const page = await shown(practitioner, number, 'strengths').catch(() => shown(practitioner, number, 'conclusions'))
    expect(await send(practitioner, page, { number })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'diagnostic-already-validated' },
    })
  })

  test('of the plan: an action keeps its other fields', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'planning')
    await practitioner.must(addAction, { number, nature: 'territory', title: 'Voir la pépinière', dueOn: '2026-05-01' })
    const action = await operator.inside(async ({ tx }) => (await planOf(tx, operator.id, id)).at(-1))
    const of = { number, actionId: action?.id, version: action?.version, nature: 'territory', status: 'to_do' }
    await practitioner.must(updateAction, { ...of, title: 'Voir le tiers-lieu', dueOn: '2026-06-01' })
    const before = await putBack(practitioner, number, 'title')
    expect(before).toMatchObject({ now: 'Voir le tiers-lieu', back: { value: 'Voir la pépinière' } })
    expect(await lastOf(practitioner, number)).toEqual([
      { field: 'title', before: 'Voir le tiers-lieu', after: 'Voir la pépinière' },
    ])
  })

  test('of the photo, of the typology and of a note', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic')
    await practitioner.must(saveSnapshot, { number, version: 0, ...wholeSnapshot })
    await practitioner.must(saveSnapshot, { number, version: 1, ...wholeSnapshot, fte: '7' })
    await putBack(practitioner, number, 'fte')
    const funderKinds = ['state', 'town']
    await practitioner.must(saveSnapshot, { number, version: 3, ...wholeSnapshot, funderKinds, alliances: 'Un club' })
    await practitioner.must(saveSnapshot, { number, version: 4, ...wholeSnapshot, funderKinds: ['bank'] })
    await putBack(practitioner, number, 'funderKinds')
    expect(await lastOf(practitioner, number)).toEqual([{ field: 'funderKinds', before: 'bank', after: 'state\ntown' }])
    await putBack(practitioner, number, 'alliances')
    const origins = { volunteers: { certainty: 'estimated' } }
    await practitioner.must(saveSnapshot, { number, version: 7, ...wholeSnapshot, origins })
    await practitioner.must(saveSnapshot, { number, version: 8, ...wholeSnapshot })
    await putBack(practitioner, number, 'origins.volunteers.certainty')
    expect(await lastOf(practitioner, number)).toEqual([
      { field: 'origins.volunteers.certainty', before: '', after: 'estimated' },
    ])
    const typed = { number, rhythm: 'Deux jours par mois' }
    await practitioner.must(saveTypology, { ...typed, version: 0, domains: ['strategic', 'sectoral'] })
    await practitioner.must(saveTypology, { ...typed, version: 1, domains: ['sectoral'] })
    await putBack(practitioner, number, 'domains')
    expect((await lastOf(practitioner, number))?.[0]?.field).toBe('domains')
    const { id: noteId } = await practitioner.must(addNote, { number, body: 'Avant\nsur deux lignes' })
    await practitioner.must(updateNote, { number, noteId, version: 1, body: 'Après' })
    await putBack(practitioner, number, 'body')
    expect(await lastOf(practitioner, number)).toEqual([
      { field: 'body', before: 'Après', after: 'Avant\nsur deux lignes' },
    ])
  })

  test('of a step’s answers: a choice by its words, and the confidential ones stay', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const step = 'framing'
    const answers = { framing_three: 'yes', framing_employer: 'La directrice', framing_goal: 'Déléguer' }
    await practitioner.must(saveAnswers, { number, step, version: 0, answers })
    await practitioner.must(saveAnswers, { number, step, version: 1, answers: { ...answers, framing_three: 'no' } })
    await putBack(practitioner, number, 'Employeur associé au cadrage')
    const page = await practitioner.read(stepPage, { number, step })
    expect(page).toMatchObject({ value: { values: answers } })
  })

  test('of an organisation: its own fields, by its own form', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche', phone: '02 38 00 00 00' })
    await practitioner.must(updateOrganisation, {
      id,
      version: 1,
      name: 'La Ruche',
      phone: '02 38 11 11 11',
      qpv: 'oui',
    })
    const history = async (more = {}) => {
      const page = await practitioner.read(organisationHistoryPage, { id, ...more })
      if (page.kind !== 'done') throw new Error(page.kind)
      return page.value
    }
    const evenement = (await history()).lines.find(({ changes }) => changes.length > 0)?.id
    const { puttingBack } = await history({ evenement, champ: 'phone' })
    expect(puttingBack).toMatchObject({ now: '02 38 11 11 11', back: { value: '02 38 00 00 00' } })
    const values = await sent({ version: puttingBack?.version ?? 0, fields: puttingBack?.fields ?? [] })
    await practitioner.must(updateOrganisation, { ...values, id })
    expect((await history()).lines[0]?.changes).toEqual([
      { field: 'phone', before: '02 38 11 11 11', after: '02 38 00 00 00' },
    ])
    // The page that was left open is refused, not obeyed.
    expect(await practitioner.run(updateOrganisation, { ...values, id, phone: '' })).toMatchObject({ kind: 'conflict' })
  })

  test('is not offered for what no form wrote, nor in another case', async ({ operator }) => {
    const { number, practitioner } = await twoIntakes(operator)
    const eventId = await lastChange(practitioner, number, 'state')
    expect(await practitioner.read(putBackPage, { number, eventId, champ: 'state' })).toEqual({ kind: 'not-found' })
    const other = await caseIn(operator, 'intake')
    const mine = await lastChange(practitioner, number, 'motive')
    expect(await practitioner.read(putBackPage, { number: other.number, eventId: mine, champ: 'motive' })).toEqual({
      kind: 'not-found',
    })
  })
})
