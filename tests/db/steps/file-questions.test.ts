import { describe, expect } from 'vitest'
import { documentsPage } from '#app/features/accompaniments/documents-page.query.server.ts'
import { addFile } from '#app/features/files/add-file.command.server.ts'
import { removeFile } from '#app/features/files/remove-file.command.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { saveQuestion } from '#app/features/programmes/save-question.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type TestActor, test } from '../../harness/operator.ts'
import { asked, caseAsking } from '../../harness/tracked-case.ts'

const same = (words: string) => ({ fr: words, en: words })
const questions = [
  asked({ code: 'budget', label: same('Budget'), kind: 'file', required: true }),
  asked({ code: 'goal', label: same('But'), kind: 'line', tracked: true }),
]
const pdf = () => ({ fileId: newId(), name: 'budget.pdf', kind: 'pdf', size: 1200, sha256: 'a'.repeat(64) })

async function step(actor: TestActor, number: string) {
  const page = await actor.read(stepPage, { number, step: 'framing' })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}

describe('a question that a file answers', () => {
  test('is expected until a file is attached, and again once it is taken away', async ({ operator }) => {
    const { number, practitioner } = await caseAsking(operator, questions)
    expect((await step(practitioner, number)).missing).toEqual([{ code: 'budget', label: same('Budget') }])
    const file = pdf()
    await practitioner.must(addFile, { number, step: 'framing', about: 'question.budget', ...file })
    const answered = await step(practitioner, number)
    expect(answered).toMatchObject({ missing: [], fileQuestions: [{ files: [{ name: 'budget.pdf' }] }] })
    expect(answered.questions.map(({ code }) => code)).toEqual(['goal'])
    expect(await practitioner.read(documentsPage, { number })).toMatchObject({
      value: { files: [{ about: 'question.budget' }], questions: { 'question.budget': same('Budget') } },
    })
    const manager = await operator.manager()
    expect(await manager.read(programmePage, { code: 'essai-suivi' })).toMatchObject({ value: { uses: { budget: 1 } } })
    await practitioner.must(removeFile, { number, fileId: file.fileId })
    expect((await step(practitioner, number)).missing).toHaveLength(1)
  })

  test('takes no text, and no file goes to a question that expects none', async ({ operator }) => {
    const { number, practitioner } = await caseAsking(operator, questions)
    const typed = { number, step: 'framing', version: 0, answers: { budget: 'x' } }
    expect(await practitioner.run(saveAnswers, typed)).toMatchObject({ kind: 'invalid' })
    for (const about of ['question.goal', 'question.gone', 'diagnostic.none'])
      expect(await practitioner.run(addFile, { number, about, ...pdf() })).toMatchObject({
        kind: 'failed',
        failure: { tag: 'unknown-file-subject', field: 'about' },
      })
  })

  test('is not asked by the link of a wave', async ({ operator }) => {
    const { contact } = await caseAsking(operator, questions)
    expect(await contact.read(personalLinkPage)).toMatchObject({
      value: { wave: { tracked: { questions: [{ code: 'goal' }] } } },
    })
    expect(await contact.run(answerByLink, { answers: { budget: 'x' } })).toMatchObject({ kind: 'invalid' })
  })

  test('can be neither tracked nor confidential: the editor says why', async ({ operator }) => {
    await caseAsking(operator, questions)
    const manager = await operator.manager()
    const base = { code: 'essai-suivi', step: 'framing', words: { fr: 'Statuts' }, kind: 'file' }
    for (const [box, trouble] of [
      ['tracked', 'file-tracked'],
      ['confidential', 'file-confidential'],
    ] as const)
      expect(await manager.run(saveQuestion, { ...base, [box]: 'oui' })).toMatchObject({
        kind: 'failed',
        failure: { tag: 'programme-refused', params: { trouble, question: 'Statuts' } },
      })
    await manager.must(saveQuestion, { ...base, required: 'oui' })
  })
})
