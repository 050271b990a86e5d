import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { noticeWords } from '#app/features/notifications/notice-words.ts'
import { answerQuestion } from '#app/features/questions/answer-question.command.server.ts'
import { askQuestion } from '#app/features/questions/ask-question.command.server.ts'
import { editionSourcePage } from '#app/features/questions/edition-source-page.query.server.ts'
import { insertQuestion, questionsOf, writeAnswer } from '#app/features/questions/questions.store.server.ts'
import { tellQuestion } from '#app/features/questions/tell-question.command.server.ts'
import { editionPage } from '#app/features/reports/edition-page.query.server.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { reportListPage } from '#app/features/reports/report-list.query.server.ts'
import { notifications, outbox, sends } from '#db/schema/journal.ts'
import { editionQuestions } from '#db/schema/questions.ts'
import { type TenantTx, withTenant } from '#db/tenant.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { anEdition } from '#tests/harness/factories/edition.ts'
import { aQuestion } from '#tests/harness/factories/question.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

async function aReading(operator: TestOperator) {
  const { agreementId } = await anAgreement(operator)
  const editionId = await anEdition(operator, agreementId)
  return { agreementId, editionId, funder: await operator.funder(agreementId) }
}

const body = 'Une structure accompagnée deux fois est-elle comptée deux fois ?'
const answer = 'Une seule fois, quel que soit le nombre de ses accompagnements.'

/** As a reader’s own transaction would, with no use case around it. */
const directly = <T>({ door }: TestActor, mode: 'read' | 'write', fn: (tx: TenantTx) => Promise<T>) =>
  withTenant(door, mode, testClock, ({ tx }) => fn(tx))

describe('a funder’s question', () => {
  test('goes to the managers, and their answer comes back beside the figure', async ({ operator }) => {
    const { agreementId, editionId, funder } = await aReading(operator)
    const manager = await operator.manager()
    await operator.practitioner()
    const { questionId } = await funder.must(askQuestion, { editionId, about: 'diagnostics', body })
    const jobs = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)))
    expect(jobs.map(({ job, payload }) => [job, payload])).toEqual([['question.tell', { questionId }]])
    // A job may be done twice: its worker died before it said that it was done.
    for (const _time of [1, 2]) await operator.system().must(tellQuestion, { questionId })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([{ userId: manager.userId, kind: 'question.asked' }])
    expect(noticeWords('question.asked')).not.toBe('kinds.other')
    expect(told[0]?.data).toMatchObject({ about: 'Diagnostics validés' })
    expect(told[0]?.address).toBe(`/o/${operator.slug}/rapports/${editionId}#questions`)
    expect(await manager.read(editionPage, { editionId })).toMatchObject({
      kind: 'done',
      value: { questions: [{ id: questionId, body, answer: null }] },
    })
    expect(await manager.read(reportListPage)).toMatchObject({
      kind: 'done',
      value: { editions: [{ id: editionId, questions: 1 }] },
    })

    await manager.must(answerQuestion, { questionId, answer })
    const [notice] = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(notice?.readAt).not.toBeNull()
    for (const seen of [
      await funder.read(editionSourcePage, { editionId, about: 'diagnostics' }),
      await (await operator.funder(agreementId)).read(editionSourcePage, { editionId, about: 'diagnostics' }),
    ])
      expect(seen).toMatchObject({ kind: 'done', value: { questions: [{ id: questionId, body, answer }] } })
    const report = await funder.read(fundedAgreementPage, { agreementId })
    expect(report).toMatchObject({ kind: 'done', value: { shown: { questions: [{ answer }] } } })
    const messages = await operator.inside(({ tx }) =>
      tx
        .select({ message: sends.message, to: sends.recipientUserId })
        .from(sends)
        .where(eq(sends.operatorId, operator.id)),
    )
    expect(messages).toEqual([
      { message: 'question.asked', to: manager.userId },
      { message: 'question.answered', to: funder.userId },
    ])
  })

  test('has one answer: the second manager is told, and changes nothing', async ({ operator }) => {
    const { agreementId, editionId } = await aReading(operator)
    const questionId = await aQuestion(operator, { editionId, agreementId })
    await (await operator.manager()).must(answerQuestion, { questionId, answer })
    const second = await (await operator.manager()).run(answerQuestion, { questionId, answer: 'Deux fois.' })
    expect(second).toMatchObject({ kind: 'failed', failure: { tag: 'question-already-answered' } })
    const page = await (await operator.manager()).read(editionPage, { editionId })
    expect(page).toMatchObject({ kind: 'done', value: { questions: [{ answer }] } })
  })

  test('is about something that the edition says, and is not empty', async ({ operator }) => {
    const { editionId, funder } = await aReading(operator)
    expect(await funder.run(askQuestion, { editionId, about: 'citation-1', body })).toMatchObject({ kind: 'done' })
    for (const about of ['citation-2', 'citation-0', 'stories', 'toString', 'women_share'])
      expect(await funder.run(askQuestion, { editionId, about, body }), about).toEqual({ kind: 'not-found' })
    expect(await funder.run(askQuestion, { editionId, about: 'diagnostics', body: '  ' })).toMatchObject({
      kind: 'invalid',
      fields: { body: ['input.required'] },
    })
  })

  test('is possible on a published edition of her own agreement only', async ({ operator }) => {
    const { editionId, agreementId, funder } = await aReading(operator)
    const ready = await anEdition(operator, agreementId, { state: 'ready', edition: 2 })
    expect(await funder.run(askQuestion, { editionId: ready, about: 'diagnostics', body })).toEqual({
      kind: 'not-found',
    })
    const other = await operator.funder((await anAgreement(operator)).agreementId)
    for (const stranger of [other, await operator.network()]) {
      expect(await stranger.run(askQuestion, { editionId, about: 'diagnostics', body })).toEqual({ kind: 'not-found' })
      expect(await stranger.read(editionSourcePage, { editionId, about: 'diagnostics' })).toEqual({
        kind: 'not-found',
      })
    }
  })
})

describe('the table of questions, with no use case around it', () => {
  test('is read by who pays for the agreement, never by the network nor by another funder', async ({ operator }) => {
    const { editionId, agreementId, funder } = await aReading(operator)
    await aQuestion(operator, { editionId, agreementId })
    const seenBy = (reader: TestActor) => directly(reader, 'read', tx => questionsOf(tx, operator.id, editionId))
    expect(await seenBy(funder)).toHaveLength(1)
    expect(await seenBy(await operator.network())).toEqual([])
    const other = await anAgreement(operator)
    await anEdition(operator, other.agreementId)
    expect(await seenBy(await operator.funder(other.agreementId))).toEqual([])
  })

  test('takes a question in its author’s own name, and lets her answer, change or erase none', async ({ operator }) => {
    const { editionId, agreementId, funder } = await aReading(operator)
    const questionId = await aQuestion(operator, { editionId, agreementId, askedBy: funder.userId })
    const question = { editionId, agreementId, about: 'diagnostics', body, askedByName: '', askedAt: testClock() }
    const write = (askedBy: string) =>
      directly(funder, 'write', tx => insertQuestion(tx, operator.id, { ...question, askedBy }))
    await expect(write((await operator.manager()).userId)).rejects.toThrow()
    await expect(write(funder.userId)).resolves.toBeTruthy()
    await directly(funder, 'write', async tx => {
      await writeAnswer(tx, operator.id, questionId, { answer, answeredByName: '', answeredAt: testClock() })
      await tx.delete(editionQuestions).where(eq(editionQuestions.id, questionId))
    })
    const [row] = await operator.inside(({ tx }) =>
      tx.select().from(editionQuestions).where(eq(editionQuestions.id, questionId)),
    )
    expect(row).toMatchObject({ answer: null })
  })
})

describe('where a figure or a quotation comes from', () => {
  test('is what was frozen: of a withheld figure, nothing but the reason', async ({ operator }) => {
    const { editionId, funder } = await aReading(operator)
    const figure = async (about: string) => {
      const seen = await funder.read(editionSourcePage, { editionId, about })
      if (seen.kind !== 'done' || seen.value.source.kind !== 'figure') throw new Error(seen.kind)
      return seen.value.source
    }
    expect(await figure('diagnostics')).toMatchObject({
      figure: { value: 57, known: 57, missing: 0, version: 1 },
      target: { target: 60 },
    })
    expect((await figure('jobs_concerned')).figure).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      known: null,
      missing: null,
      reason: 'moins de trois',
    })
  })

  test('names of a quotation its kind and its consent, and no row of the operator', async ({ operator }) => {
    const { editionId, funder } = await aReading(operator)
    const seen = await funder.read(editionSourcePage, { editionId, about: 'citation-1' })
    expect(seen).toMatchObject({ kind: 'done', value: { source: { kind: 'story', story: { kind: 'Témoignage' } } } })
    expect(JSON.stringify(seen)).not.toMatch(/pieceId|accompanimentId|organisationId|"number"/)
  })
})
