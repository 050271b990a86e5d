import { describe, expect } from 'vitest'
import { diagnosticPage } from '#app/features/diagnostics/diagnostic-page.query.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { takeDiagnostic } from '#app/features/diagnostics/take-diagnostic.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { caseIn, diagnosticRow, linkOn, wholeSnapshot } from '../../harness/cases.ts'
import { test } from '../../harness/operator.ts'

const photo = {
  ...wholeSnapshot,
  version: 0,
  origin: 'payroll',
  certainty: 'sure',
  origins: { volunteers: { on: '2025-12-31', certainty: 'estimated' }, budget: { on: '', origin: '', certainty: '' } },
}
const words = { governance: 2, funderKinds: ['state', 'town'], alliances: 'Un groupement d’achat' }
const kept = {
  origin: 'payroll',
  certainty: 'sure',
  origins: { volunteers: { on: '2025-12-31', origin: null, certainty: 'estimated' } },
}

describe('where the figures of a photo come from, and how sure they are', () => {
  test('is said once, with the figures that differ, in the editor, the document and the leader’s link', async ({
    operator,
  }) => {
    const opened = await caseIn(operator, 'diagnostic')
    const { number, practitioner } = opened
    await practitioner.must(saveSnapshot, { number, ...photo, ...words })
    await practitioner.must(saveDiagnostic, { number, version: 0, conclusions: 'Tenir.' })
    expect(await practitioner.read(diagnosticPage, { number })).toMatchObject({
      value: {
        snapshot: {
          values: {
            ...words,
            funderKinds: 'state\ntown',
            origin: 'payroll',
            'origins.volunteers.on': '2025-12-31',
            'origins.volunteers.certainty': 'estimated',
            'origins.budget.origin': null,
          },
        },
      },
    })
    const taken = await practitioner.must(takeDiagnostic, { number, format: 'pdf' })
    expect(taken.content.snapshot).toMatchObject({ ...kept, ...words })
    expect(Object.keys(taken.content.snapshot?.origins ?? {})).toEqual(['volunteers'])
    const subjectId = (await diagnosticRow(operator, opened.id))?.id ?? ''
    const leader = operator.contact(await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId }))
    expect(await leader.read(personalLinkPage)).toMatchObject({
      value: { diagnostic: { snapshot: { ...kept, ...words } } },
    })
  })

  test('leaves out what it does not know, and refuses a day to come at the field of its figure', async ({
    operator,
  }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic')
    const wrong = { ...photo, origin: 'rumeur', origins: { budget: { certainty: 'bof' } } }
    expect(await practitioner.run(saveSnapshot, { number, ...wrong })).toMatchObject({
      kind: 'invalid',
      fields: { origin: ['input.not-in-list'], 'origins.budget.certainty': ['input.not-in-list'] },
    })
    const early = { ...photo, origins: { budget: { on: '2030-01-01' } } }
    expect(await practitioner.run(saveSnapshot, { number, ...early })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'origins.budget.on' },
    })
  })
})
