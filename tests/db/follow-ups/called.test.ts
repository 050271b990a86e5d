import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { askRespondent } from '#app/features/follow-ups/ask-respondent.command.server.ts'
import { chooseReference } from '#app/features/follow-ups/choose-reference.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { savePage } from '#app/features/follow-ups/save-page.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUpResponses, followUps } from '#db/schema/follow-ups.ts'
import { anAskedWave, linkOf, respondentsShown, stored } from '../../harness/asked-wave.ts'
import { type TestActor, type TestOperator, test, testDay } from '../../harness/operator.ts'
import { caseAsking } from '../../harness/tracked-case.ts'

/** Aïcha is the contact of the case, to whom the wave was sent; Bruno was asked too. */
async function twoAsked(operator: TestOperator) {
  const of = await anAskedWave(operator)
  await setContact(operator, of.accompanimentId, of.first)
  const second = await of.person('Bruno Le Gall', 'bruno@structure.example')
  await of.practitioner.must(askRespondent, { ...of.wave, personId: second })
  return { ...of, second, call: { ...of.wave, answeredOn: testDay } }
}
const setContact = (operator: TestOperator, accompanimentId: string, contactPersonId: string) =>
  operator.inside(({ tx }) =>
    tx.update(accompaniments).set({ contactPersonId }).where(eq(accompaniments.id, accompanimentId)),
  )
const kept = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({
        personId: followUpResponses.personId,
        channel: followUpResponses.channel,
        sentOn: followUpResponses.sentOn,
        answers: followUpResponses.answers,
        isReference: followUpResponses.isReference,
      })
      .from(followUpResponses)
      .where(eq(followUpResponses.operatorId, operator.id))
      .orderBy(followUpResponses.createdAt),
  )
async function pageOf(practitioner: TestActor, input: Record<string, unknown>) {
  const page = await practitioner.read(followUpsPage, input)
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}

test('who was asked answers by telephone once somebody else has answered, beside her, and figures stay where they were', async ({
  operator,
}) => {
  const of = await twoAsked(operator)
  await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '9', respondent: 'Aïcha Benali' })
  await of.practitioner.must(recordByPhone, {
    ...of.call,
    personId: of.second,
    headcount: '12',
    answeredOn: '2026-03-11',
  })
  expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 9, channel: 'link', answeredOn: testDay })
  const { people: asked, sideBySide } = await respondentsShown(of)
  expect(asked).toMatchObject([
    { name: 'Bruno Le Gall', state: 'sent', channel: 'phone', sentOn: '2026-03-11', isReference: false },
    { name: 'Aïcha Benali', state: 'sent', channel: 'link', isReference: true },
  ])
  expect(sideBySide?.questions).toMatchObject([{ code: 'headcount', said: [{ value: 12 }, { value: 9 }] }])
  await of.practitioner.must(chooseReference, { ...of.wave, responseId: asked[0]?.id ?? '' })
  expect(await stored(operator, of.followUpId)).toMatchObject({
    headcount: 12,
    channel: 'phone',
    answeredOn: '2026-03-11',
  })
})

test('the first answer by telephone is the one that figures read, and the others may still answer', async ({
  operator,
}) => {
  const of = await twoAsked(operator)
  await of.practitioner.must(recordByPhone, { ...of.call, personId: of.second, headcount: '12' })
  expect(await stored(operator, of.followUpId)).toMatchObject({ state: 'answered', headcount: 12, channel: 'phone' })
  expect((await pageOf(of.practitioner, { number: of.number })).callable[of.followUpId]).toMatchObject([
    { id: of.first },
  ])
  await of.practitioner.must(recordByPhone, { ...of.call, personId: of.first, headcount: '9' })
  expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 12 })
  expect(await kept(operator)).toMatchObject([
    { personId: of.second, channel: 'phone', isReference: true },
    { personId: of.first, channel: 'phone', isReference: false },
  ])
})

test('who had begun by her link has one response, by telephone, without what she had not sent', async ({
  operator,
}) => {
  const of = await twoAsked(operator)
  const her = await linkOf(operator, of, of.second)
  await her.must(savePage, { page: '1', headcount: '7', standing: 'active' })
  await of.practitioner.must(recordByPhone, { ...of.call, personId: of.second, headcount: '12' })
  const responses = await kept(operator)
  expect(responses).toMatchObject([
    { personId: of.second, channel: 'phone', sentOn: testDay, answers: { headcount: 12 } },
  ])
  expect(responses[0]?.answers).toMatchObject({ standing: null })
  // Her link says so, and takes nothing more.
  expect(await her.read(personalLinkPage)).toMatchObject({ value: { wave: { isOpen: false, answeredOn: testDay } } })
  for (const command of [her.run(answerByLink, { headcount: '8' }), her.run(savePage, { page: '1', headcount: '8' })])
    expect(await command).toMatchObject({ failure: { tag: 'follow-up-already-answered' } })
})

test('a call is refused of whoever answered, was not asked, or may not be asked any more', async ({ operator }) => {
  const of = await twoAsked(operator)
  const call = (input: Record<string, unknown>) =>
    of.practitioner.run(recordByPhone, { ...of.call, headcount: '1', ...input })
  const third = await of.person('Inès Petit', 'ines@structure.example')
  expect(await call({ personId: third })).toMatchObject({
    failure: { tag: 'respondent-not-asked', field: 'personId' },
  })
  await (await linkOf(operator, of, of.second)).must(answerByLink, { headcount: '12' })
  expect(await call({ personId: of.second })).toMatchObject({
    failure: { tag: 'respondent-answered', params: { name: 'Bruno Le Gall' }, field: 'personId' },
  })
  // Whoever answers for the organisation would be one more that nobody can tell from the others.
  expect(await call({})).toMatchObject({ failure: { tag: 'follow-up-already-answered' } })
  expect(await call({ personId: of.first, answeredOn: '2026-03-13' })).toMatchObject({
    failure: { tag: 'answered-in-the-future', field: 'answeredOn' },
  })
  expect(await call({ personId: of.first, headcount: '' })).toMatchObject({ failure: { tag: 'follow-up-empty' } })
  await operator.inside(({ tx }) =>
    tx.update(followUps).set({ state: 'cancelled' }).where(eq(followUps.id, of.followUpId)),
  )
  expect(await call({ personId: of.first })).toMatchObject({ failure: { tag: 'follow-up-cancelled' } })
  expect(await kept(operator)).toHaveLength(1)
})

test('two calls of one person at the same moment are one answer', async ({ operator }) => {
  const of = await twoAsked(operator)
  await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '9' })
  const outcomes = await Promise.all(
    ['1', '2', '3'].map(headcount =>
      of.practitioner.run(recordByPhone, { ...of.call, personId: of.second, headcount }),
    ),
  )
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed', 'failed'])
})

test('the page opens the call of the next wave with its first respondent, or the one that is asked for', async ({
  operator,
}) => {
  const of = await twoAsked(operator)
  const page = (input = {}) => pageOf(of.practitioner, { number: of.number, ...input })
  expect(await page()).toMatchObject({
    callable: { [of.followUpId]: [{ name: 'Aïcha Benali' }, { name: 'Bruno Le Gall' }] },
    call: { followUpId: of.followUpId, personId: of.first, isAskedFor: false },
  })
  const asked = { appel: of.followUpId, personne: of.second }
  expect((await page(asked)).call).toMatchObject({ personId: of.second, isAskedFor: true })
  await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '9' })
  expect((await page()).call).toBeNull()
  expect((await page({ appel: of.followUpId })).call).toMatchObject({ followUpId: of.followUpId, personId: of.second })
  await of.practitioner.must(recordByPhone, { ...of.call, personId: of.second, headcount: '12' })
  expect(await page()).toMatchObject({ call: null, callable: { [of.followUpId]: [] } })
  expect((await page(asked)).call).toMatchObject({ followUpId: of.followUpId, personId: null })
})

test('the tracked answers of one are not shown as those of another, and stay in her own response', async ({
  operator,
}) => {
  const { practitioner, followUpId, number, organisationId } = await caseAsking(operator)
  await practitioner.must(recordByPhone, { followUpId, number, answeredOn: testDay, answers: { jobs: '4' } })
  const { id: personId } = await practitioner.must(addPerson, {
    id: organisationId,
    name: 'Bruno',
    email: 'bruno@structure.example',
    function: 'governance',
  })
  await practitioner.must(askRespondent, { followUpId, number, personId })
  const before = await pageOf(practitioner, { number, appel: followUpId })
  expect(before.call).toMatchObject({ personId })
  expect(before.call?.tracked.values).toEqual({})
  const call = { followUpId, number, answeredOn: testDay, personId }
  expect(await practitioner.run(recordByPhone, { ...call, answers: { jobs: 'beaucoup' } })).toMatchObject({
    kind: 'invalid',
    fields: { 'answers.jobs': [expect.any(String)] },
  })
  await practitioner.must(recordByPhone, { ...call, answers: { jobs: '7' } })
  const after = await pageOf(practitioner, { number })
  expect(after.tracked.moments.find(({ moment }) => moment === 'T2')?.values).toEqual({ jobs: 4 })
  const said = after.respondents[followUpId]?.sideBySide?.tracked ?? []
  expect(said.map(({ question, said }) => [question.code, ...said])).toEqual([['jobs', 4, 7]])
})

test('who answered by telephone and asks to be forgotten leaves her answers, without her name', async ({
  operator,
}) => {
  const of = await twoAsked(operator)
  await of.practitioner.must(recordByPhone, {
    ...of.call,
    personId: of.second,
    headcount: '12',
    respondent: 'Bruno Le Gall',
  })
  const manager = await operator.manager()
  await manager.must(forgetPerson, { id: of.organisationId, personId: of.second, version: 1, isAsked: 'oui' })
  expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 12, answers: {} })
  expect(JSON.stringify(await kept(operator))).not.toContain('Le Gall')
})
