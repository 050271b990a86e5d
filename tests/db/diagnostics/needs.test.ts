import { describe, expect } from 'vitest'
import { diagnosticPage } from '#app/features/diagnostics/diagnostic-page.query.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { takeDiagnostic } from '#app/features/diagnostics/take-diagnostic.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { caseIn, diagnosticRow, linkOn } from '../../harness/cases.ts'
import { test } from '../../harness/operator.ts'

const heavy = { title: 'Tenir la trésorerie', domain: 'functional', urgency: 'now', jobsEffect: 'keeps' }
const light = { title: 'Écrire le projet', domain: 'strategic', urgency: null, jobsEffect: null }
const typed = [
  { ...light, rank: '2', urgency: '', jobsEffect: '' },
  { ...heavy, rank: '1' },
]

describe('how urgent each need is, and what it does to jobs', () => {
  test('is kept beside its text, and read in the editor, in the document and by the leader', async ({ operator }) => {
    const opened = await caseIn(operator, 'diagnostic')
    const { number, practitioner } = opened
    await practitioner.must(saveDiagnostic, { number, version: 0, needs: typed })
    const expected = [heavy, light].map(need => expect.objectContaining(need))
    expect(await practitioner.read(diagnosticPage, { number })).toMatchObject({ value: { needs: expected } })
    expect(await practitioner.must(takeDiagnostic, { number, format: 'docx' })).toMatchObject({
      content: { needs: expected },
    })
    const diagnostic = await diagnosticRow(operator, opened.id)
    const subjectId = diagnostic?.id ?? ''
    const leader = operator.contact(await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId }))
    expect(await leader.read(personalLinkPage)).toMatchObject({ value: { diagnostic: { needs: expected } } })
  })

  test('refuses a word that is none of theirs, at its own field', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic')
    const wrong = { ...heavy, urgency: 'hier', jobsEffect: 'beaucoup' }
    expect(await practitioner.run(saveDiagnostic, { number, version: 0, needs: [wrong] })).toMatchObject({
      kind: 'invalid',
      fields: { 'needs[0].urgency': ['input.not-in-list'], 'needs[0].jobsEffect': ['input.not-in-list'] },
    })
  })
})
