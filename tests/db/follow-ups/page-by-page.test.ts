import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { savePage } from '#app/features/follow-ups/save-page.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { followUpResponses, followUps } from '#db/schema/follow-ups.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { fingerprint } from '../../harness/fingerprint.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'
import { caseAsking } from '../../harness/tracked-case.ts'

async function aWave(operator: TestOperator) {
  const of = await aCase(operator, { state: 'follow_up' })
  const followUpId = await aFollowUp(operator, of, { wave: 'T3', state: 'sent' })
  const by = async (personId: string | null) =>
    operator.contact(
      await aLink(operator, {
        purpose: 'follow_up',
        subjectId: followUpId,
        accompanimentId: of.accompanimentId,
        ...(personId && { personId }),
      }),
    )
  return { ...of, followUpId, by, contact: await by(null) }
}
const stored = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(followUps)
      .where(and(eq(followUps.operatorId, operator.id), eq(followUps.id, id)))
    return row
  })
const responses = (operator: TestOperator, followUpId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(followUpResponses)
      .where(eq(followUpResponses.followUpId, followUpId))
      .orderBy(followUpResponses.id),
  )

describe('a wave that is answered page by page', () => {
  test('is found again by the same link with every answer kept, and read by nothing until it is sent', async ({
    operator,
  }) => {
    const { contact, followUpId } = await aWave(operator)
    await contact.must(savePage, { page: '1', standing: 'active', headcount: '9', permanent: '7,5' })
    await contact.must(savePage, { page: '2', jobsKept: '2', economicSituation: 'improved' })
    expect(await contact.read(personalLinkPage, { page: '1' })).toMatchObject({
      value: {
        at: 1,
        wave: { isOpen: true, saved: 2, kept: { standing: 'active', headcount: 9, permanent: 7.5, jobsKept: 2 } },
      },
    })
    expect(await stored(operator, followUpId)).toMatchObject({ state: 'sent', headcount: null, answeredOn: null })
    await contact.must(answerByLink, { unexpected: 'Un local prêté.', respondent: 'Aïcha Benali' })
    const kept = await stored(operator, followUpId)
    expect(kept).toMatchObject({ state: 'answered', headcount: 9, permanent: 7.5, jobsKept: 2, answeredOn: testDay })
    expect(kept?.answers).toMatchObject({
      standing: 'active',
      unexpected: 'Un local prêté.',
      respondent: 'Aïcha Benali',
    })
  })

  test('takes back an answer that was corrected on its page', async ({ operator }) => {
    const { contact, followUpId } = await aWave(operator)
    await contact.must(savePage, { page: '1', headcount: '9' })
    await contact.must(savePage, { page: '1', headcount: '' })
    await contact.must(savePage, { page: '2', jobsKept: '0' })
    await contact.must(answerByLink, {})
    expect(await stored(operator, followUpId)).toMatchObject({ headcount: null, jobsKept: 0 })
  })

  test('keeps that somebody would rather not answer apart from what was left out', async ({ operator }) => {
    const { contact, followUpId } = await aWave(operator)
    await contact.must(savePage, { page: '1', headcount: '9', declined: ['headcount'] })
    await contact.must(answerByLink, { declined: [] })
    const kept = await stored(operator, followUpId)
    expect(kept).toMatchObject({ state: 'answered', headcount: null })
    expect(kept?.answers).toMatchObject({ declined: ['headcount'] })
  })

  test('is kept no more once it was sent, nor when it is cancelled', async ({ operator }) => {
    const { contact, followUpId, by } = await aWave(operator)
    await contact.must(answerByLink, { headcount: '9' })
    const already = { failure: { tag: 'follow-up-already-answered' } }
    expect(await contact.run(savePage, { page: '1', headcount: '12' })).toMatchObject(already)
    await operator.inside(({ tx }) =>
      tx.update(followUps).set({ state: 'cancelled' }).where(eq(followUps.id, followUpId)),
    )
    expect(await (await by(null)).run(savePage, { page: '1', headcount: '12' })).toMatchObject(already)
    expect(await contact.run(savePage, { page: '19' })).toMatchObject(already)
  })

  test('refuses a badly typed answer to a question of the programme on its own page', async ({ operator }) => {
    const { contact } = await caseAsking(operator)
    const page = '3'
    expect(await contact.run(savePage, { page, answers: { jobs: 'beaucoup' } })).toMatchObject({ kind: 'invalid' })
    await contact.must(savePage, { page, answers: { jobs: '4' } })
    expect(await contact.read(personalLinkPage)).toMatchObject({
      value: { wave: { kept: { answers: { jobs: '4' } } } },
    })
  })
})

describe('several people of an organisation', () => {
  test('answer apart: the wave holds the first who answered, and nobody writes over her', async ({ operator }) => {
    const { by, followUpId, organisationId } = await aWave(operator)
    const practitioner = await operator.practitioner()
    const person = async (name: string) =>
      (await practitioner.must(addPerson, { id: organisationId, name, function: 'governance' })).id
    const [first, second] = [await by(await person('Aïcha')), await by(await person('Bruno'))]
    await first.must(savePage, { page: '1', headcount: '9' })
    await second.must(savePage, { page: '1', headcount: '20' })
    await second.must(answerByLink, { respondent: 'Bruno' })
    expect(await stored(operator, followUpId)).toMatchObject({ state: 'answered', headcount: 20 })
    await first.must(answerByLink, { respondent: 'Aïcha' })
    expect(await stored(operator, followUpId)).toMatchObject({ state: 'answered', headcount: 20 })
    expect(await second.run(answerByLink, { headcount: '30' })).toMatchObject({
      failure: { tag: 'follow-up-already-answered' },
    })
    const kept = await responses(operator, followUpId)
    expect(kept.map(({ respondent, isReference, answers }) => [respondent, isReference, answers.headcount])).toEqual([
      ['Aïcha', false, 9],
      ['Bruno', true, 20],
    ])
  })

  test('are not kept out by an answer on the telephone, which becomes the reference', async ({ operator }) => {
    const { by, followUpId, organisationId, number } = await aWave(operator)
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(addPerson, { id: organisationId, name: 'Aïcha', function: 'governance' })
    const contact = await by(id)
    await contact.must(savePage, { page: '1', headcount: '9' })
    await practitioner.must(recordByPhone, { followUpId, number, answeredOn: testDay, headcount: '12' })
    await contact.must(answerByLink, { headcount: '10' })
    expect(await stored(operator, followUpId)).toMatchObject({ channel: 'phone', headcount: 12 })
    expect((await responses(operator, followUpId)).map(({ channel, isReference }) => [channel, isReference])).toEqual([
      ['link', false],
      ['phone', true],
    ])
  })

  test('write nothing by opening their links, 200 times each', async ({ operator, databaseUrl }) => {
    const { contact } = await aWave(operator)
    await contact.must(savePage, { page: '1', headcount: '9' })
    const before = await fingerprint(databaseUrl)
    for (let opened = 0; opened < 200; opened++)
      await contact.read(personalLinkPage, { page: String((opened % 4) + 1) })
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })
})
