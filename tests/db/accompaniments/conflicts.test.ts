import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { diagnosticPage } from '#app/features/diagnostics/diagnostic-page.query.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { caseIn, caseRow, diagnosticRow, noteIn, wholeSnapshot } from '../../harness/cases.ts'
import { editTogether, noteShown, saveNote } from '../../harness/editors.ts'
import { test } from '../../harness/operator.ts'

describe('two people who write at once', () => {
  test('the one who saves last is shown both texts, and nothing of hers is written', async ({ operator }) => {
    const opened = await caseIn(operator, 'intake')
    const { number, practitioner } = opened
    const colleague = await operator.user('practitioner', { name: 'Nadia Lefèvre' })
    const { version } = await caseRow(operator, number)
    await colleague.must(saveIntake, { number, version, motive: 'son texte', channel: 'direct' })
    expect(await practitioner.run(saveIntake, { number, version, motive: 'mon texte' })).toMatchObject({
      kind: 'conflict',
      current: { version: version + 1, values: { motive: 'son texte', channel: 'direct' }, changedBy: 'Nadia Lefèvre' },
    })
    expect((await caseRow(operator, number)).motive).toBe('son texte')
    // Once she has read it, she saves on that version.
    await practitioner.must(saveIntake, { number, version: version + 1, motive: 'nos deux textes', channel: 'direct' })
    expect((await caseRow(operator, number)).motive).toBe('nos deux textes')
  })

  test('is so for a diagnostic, its needs, a photo, an action, an organisation', async ({ operator }) => {
    const { number, practitioner, organisationId } = await caseIn(operator, 'diagnostic')
    const need = (title: string) => ({ needs: [{ title, domain: 'strategic' }] })
    await practitioner.must(saveDiagnostic, { number, version: 0, ...need('le sien') })
    expect(await practitioner.run(saveDiagnostic, { number, version: 0, ...need('le mien') })).toMatchObject({
      kind: 'conflict',
      current: { version: 1, values: { 'needs[0].title': 'le sien' } },
    })
    await practitioner.must(saveSnapshot, { number, version: 0, ...wholeSnapshot })
    expect(await practitioner.run(saveSnapshot, { number, version: 0, ...wholeSnapshot, fte: '9' })).toMatchObject({
      kind: 'conflict',
      current: { version: 1, values: { fte: '6,5' } },
    })
    const { id: actionId } = await practitioner.must(addAction, { number, nature: 'territory', title: 'une action' })
    const edit = (title: string) => ({ number, actionId, version: 1, nature: 'territory', status: 'to_do', title })
    await practitioner.must(updateAction, edit('la sienne'))
    expect(await practitioner.run(updateAction, edit('la mienne'))).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { title: 'la sienne' } },
    })
    await practitioner.must(updateOrganisation, { id: organisationId, version: 1, name: 'Le sien' })
    expect(
      await practitioner.run(updateOrganisation, { id: organisationId, version: 1, name: 'Le mien' }),
    ).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { name: 'Le sien' } },
    })
  })

  test('needs keep who they are from one saving to the next, in the order of their ranks', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic')
    const needs = async () => {
      const page = await practitioner.read(diagnosticPage, { number })
      return page.kind === 'done' ? page.value.needs.map(({ id, title }) => ({ id, title })) : []
    }
    await practitioner.must(saveDiagnostic, {
      number,
      version: 0,
      needs: [
        { title: 'un', domain: 'strategic', rank: '2' },
        { title: '', domain: 'political' },
        { title: 'deux', domain: 'political', rank: '1' },
      ],
    })
    const first = await needs()
    expect(first.map(({ title }) => title)).toEqual(['deux', 'un'])
    await practitioner.must(saveDiagnostic, {
      number,
      version: 1,
      needs: [
        { id: first[0]?.id, title: '', domain: 'political' },
        { id: first[1]?.id, title: 'un, mieux dit', domain: 'strategic' },
      ],
    })
    expect(await needs()).toEqual([{ id: first[1]?.id, title: 'un, mieux dit' }])
  })
})

// Five thousand of them run among the faults (tests/faults/two-editors.test.ts).
test('DUR-01 no text that was accepted is overwritten in silence', async ({ operator }) => {
  await editTogether(operator, 40)
})

test('DUR-01 of editors who save at the same instant, one is accepted', { timeout: 60_000 }, async ({ operator }) => {
  const opened = await caseIn(operator, 'intake')
  const team = [
    opened.practitioner,
    await operator.practitioner(),
    await operator.practitioner(),
    await operator.manager(),
  ]
  for (let round = 0; round < 25; round++) {
    const noteId = await noteIn(opened, 'le premier texte')
    const outcomes = await Promise.all(
      team.map((actor, editor) => saveNote(actor, opened.number, noteId, { version: 1, body: `texte ${editor}` })),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'conflict', 'done'])
    const winner = outcomes.findIndex(({ kind }) => kind === 'done')
    expect(await noteShown(operator, noteId)).toEqual({ version: 2, body: `texte ${winner}` })
  }
})

describe('a form that is sent twice', () => {
  test('is done once, and answers the same', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'planning')
    const input = { number, nature: 'territory', title: 'Rejoindre le PTCE' }
    const formKey = 'form-key-1.add-action'
    const [one, two] = [
      await practitioner.run(addAction, input, { formKey }),
      await practitioner.run(addAction, input, { formKey }),
    ]
    expect(two).toEqual(one)
    const count = await operator.inside(({ tx }) =>
      tx
        .select({ title: planActions.title })
        .from(planActions)
        .where(and(eq(planActions.operatorId, operator.id), eq(planActions.accompanimentId, id))),
    )
    expect(count.filter(({ title }) => title === 'Rejoindre le PTCE')).toHaveLength(1)
  })

  test('at the same instant is done once too', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'intake')
    const formKey = 'form-key-2.add-note'
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => practitioner.run(addNote, { number, body: 'une seule fois' }, { formKey })),
    )
    expect(new Set(sent.map(outcome => JSON.stringify(outcome))).size).toBe(1)
    expect(sent[0]?.kind).toBe('done')
  })
})

test('a case that another operator owns is not found, under its own number too', async ({ operator, foreign }) => {
  const theirs = await caseIn(foreign, 'diagnostic')
  const mine = await caseIn(operator, 'received')
  expect(theirs.number).toBe(mine.number)
  const { version } = await caseRow(foreign, theirs.number)
  await mine.practitioner.must(saveIntake, { number: mine.number, version: 1, motive: 'chez moi' })
  expect((await caseRow(foreign, theirs.number)).version).toBe(version)
  expect(await diagnosticRow(foreign, theirs.id)).toBeNull()
  expect(
    await mine.practitioner.at(foreign).run(saveIntake, { number: theirs.number, version, motive: 'chez elles' }),
  ).toEqual({ kind: 'not-found' })
})
