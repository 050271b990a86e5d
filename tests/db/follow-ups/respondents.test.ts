import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { askRespondent } from '#app/features/follow-ups/ask-respondent.command.server.ts'
import { chooseReference } from '#app/features/follow-ups/choose-reference.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { savePage } from '#app/features/follow-ups/save-page.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { consents, followUpResponses } from '#db/schema/follow-ups.ts'
import { events, mailbox } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { anAskedWave, letters, linkOf, respondentsShown, stored } from '../../harness/asked-wave.ts'
import { test, testClock, testDay } from '../../harness/operator.ts'
import { caseAsking } from '../../harness/tracked-case.ts'

describe('one more person of an organisation', () => {
  test('is asked by a letter with a link of her own, the same the next day, and not once she answered', async ({
    operator,
  }) => {
    delete process.env.SMTP_URL
    provideEnvironment({})
    const of = await anAskedWave(operator)
    const personId = await of.person('Bruno Le Gall', 'bruno@structure.example')
    await of.practitioner.must(askRespondent, { ...of.wave, personId })
    // Twice on one day is once.
    await of.practitioner.must(askRespondent, { ...of.wave, personId })
    const tomorrow = () => new Date('2026-03-13T09:00:00Z')
    await of.practitioner.must(askRespondent, { ...of.wave, personId }, { clock: tomorrow })
    const planned = await letters(operator)
    expect(planned.map(({ recipient, message }) => [recipient, message])).toEqual(
      Array.from({ length: 2 }, () => ['bruno@structure.example', 'follow-up.respondent']),
    )
    for (const { id } of planned) await perform(sendMessage, operator.id, { sendId: id }, { clock: tomorrow })
    const filed = await operator.inside(({ tx }) =>
      tx.select({ text: mailbox.text }).from(mailbox).where(eq(mailbox.operatorId, operator.id)),
    )
    const tokens = filed.map(({ text }) => /\/r\/([\w-]{43})/.exec(text)?.[1] ?? '')
    expect(filed[0]?.text).toContain('Bruno Le Gall')
    expect(new Set(tokens).size).toBe(1)
    const contact = operator.contact(tokens[0] ?? '')
    expect(await contact.read(personalLinkPage)).toMatchObject({ value: { wave: { isOpen: true, kept: {} } } })
    await contact.must(answerByLink, { headcount: '20' })
    expect(await of.practitioner.run(askRespondent, { ...of.wave, personId })).toMatchObject({
      failure: { tag: 'respondent-answered', params: { name: 'Bruno Le Gall' } },
    })
    const told = await operator.inside(({ tx }) =>
      tx.select({ data: events.data }).from(events).where(eq(events.name, 'follow-up.respondent-asked')),
    )
    expect(told).toHaveLength(3)
    // Her name stands where it can be erased.
    expect(JSON.stringify(told)).not.toContain('Bruno')
  })

  test('may be somebody new, who joins the organisation, or is known by her address', async ({ operator }) => {
    const of = await anAskedWave(operator)
    await of.practitioner.must(askRespondent, { ...of.wave, name: 'Inès Petit', email: 'ines@structure.example' })
    await of.practitioner.must(askRespondent, { ...of.wave, name: 'A. Benali', email: 'Aicha@Structure.example' })
    const known = await operator.inside(({ tx }) =>
      tx
        .select({ name: people.name, email: people.email })
        .from(people)
        .where(eq(people.organisationId, of.organisationId))
        .orderBy(people.name),
    )
    expect(known).toEqual([
      { name: 'Aïcha Benali', email: 'aicha@structure.example' },
      { name: 'Inès Petit', email: 'ines@structure.example' },
    ])
    expect((await letters(operator)).map(({ recipient }) => recipient)).toEqual([
      'ines@structure.example',
      'aicha@structure.example',
    ])
  })

  test('is not asked without an address, without a name, before the wave leaves, nor of another organisation', async ({
    operator,
  }) => {
    const of = await anAskedWave(operator)
    const ask = (input: Record<string, unknown>) => of.practitioner.run(askRespondent, { ...of.wave, ...input })
    const refused = (tag: string) => ({ failure: { tag } })
    expect(await ask({})).toMatchObject(refused('respondent-unnamed'))
    expect(await ask({ name: 'Inès' })).toMatchObject(refused('respondent-without-address'))
    expect(await ask({ personId: await of.person('Sans adresse') })).toMatchObject(refused('person-without-email'))
    const elsewhere = await anAskedWave(operator)
    expect(await ask({ personId: elsewhere.first })).toMatchObject(refused('unknown-person'))
    const later = await anAskedWave(operator, { state: 'planned', plannedOn: '2026-03-13' })
    expect(await later.practitioner.run(askRespondent, { ...later.wave, personId: later.first })).toMatchObject(
      refused('follow-up-not-yet'),
    )
    const gone = await anAskedWave(operator, { state: 'cancelled' })
    expect(await gone.practitioner.run(askRespondent, { ...gone.wave, personId: gone.first })).toMatchObject(
      refused('follow-up-cancelled'),
    )
    expect(await letters(operator)).toEqual([])
  })

  test('is written to no more once she answered, even when the letter was on its way', async ({ operator }) => {
    const of = await anAskedWave(operator)
    await of.practitioner.must(askRespondent, { ...of.wave, personId: of.first })
    await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '9' })
    const [letter] = await letters(operator)
    await perform(sendMessage, operator.id, { sendId: letter?.id ?? '' }, { clock: testClock })
    expect((await letters(operator))[0]).toMatchObject({ state: 'cancelled' })
  })

  test('answers after the wave was answered, beside what it held before there were several', async ({ operator }) => {
    const of = await anAskedWave(operator, {
      state: 'answered',
      answeredOn: '2026-02-01',
      channel: 'import',
      headcount: 4,
      answers: { respondent: 'Le trésorier', governance: 3 },
    })
    await of.practitioner.must(askRespondent, { ...of.wave, personId: of.first })
    await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '6', governance: '1' })
    expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 4, answeredOn: '2026-02-01' })
    const { people: asked, sideBySide } = await respondentsShown(of)
    expect(asked).toMatchObject([
      { name: 'Le trésorier', state: 'sent', isReference: true, channel: 'import' },
      { name: 'Aïcha Benali', state: 'sent', isReference: false },
    ])
    expect(sideBySide?.questions.find(({ code }) => code === 'governance')?.said).toMatchObject([
      { value: 3 },
      { value: 1 },
    ])
  })
})

describe('whose answers figures read', () => {
  test('are those of the first who answered, until the practitioner chooses another, and history says so', async ({
    operator,
  }) => {
    const of = await anAskedWave(operator)
    const second = await of.person('Bruno Le Gall', 'bruno@structure.example')
    const [first, other] = [await linkOf(operator, of, of.first), await linkOf(operator, of, second)]
    await first.must(answerByLink, {
      headcount: '9',
      strategy: '3',
      standing: 'active',
      governance: '4',
      respondent: 'Aïcha Benali',
    })
    await other.must(savePage, { page: '1', headcount: '12' })
    expect((await respondentsShown(of)).people.map(({ name, state }) => [name, state])).toEqual([
      ['Aïcha Benali', 'sent'],
      ['Bruno Le Gall', 'begun'],
    ])
    const [, begun] = (await respondentsShown(of)).people
    expect(await of.practitioner.run(chooseReference, { ...of.wave, responseId: begun?.id ?? '' })).toMatchObject({
      failure: { tag: 'response-not-sent' },
    })
    await other.must(answerByLink, { respondent: 'Bruno Le Gall', declined: ['strategy'] })
    const { people: asked, sideBySide } = await respondentsShown(of)
    expect(sideBySide?.of).toEqual(asked.map(({ id }) => id))
    expect(sideBySide?.questions).toMatchObject([
      { code: 'standing', said: [{ value: 'active' }, { value: null }], isSame: false },
      { code: 'headcount', said: [{ value: 9 }, { value: 12 }], isSame: false },
      { code: 'strategy', said: [{ value: 3 }, { value: null, isDeclined: true }], isSame: false },
      { code: 'governance', said: [{ value: 4 }, { value: null }], isSame: false },
    ])
    await of.practitioner.must(chooseReference, { ...of.wave, responseId: asked[1]?.id ?? '' })
    const row = await stored(operator, of.followUpId)
    // Nothing of the first one is left in what figures read.
    expect(row).toMatchObject({ state: 'answered', headcount: 12, strategy: null, channel: 'link' })
    expect(row?.answers).toEqual({ respondent: 'Bruno Le Gall', declined: ['strategy'] })
    const [told] = await operator.inside(({ tx }) =>
      tx.select({ data: events.data }).from(events).where(eq(events.name, 'follow-up.reference-chosen')),
    )
    expect(told?.data).toMatchObject({ wave: 'T3', changes: { headcount: [9, 12], strategy: [3, null] } })
    // And back again.
    await of.practitioner.must(chooseReference, { ...of.wave, responseId: asked[0]?.id ?? '' })
    expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 9, strategy: 3 })
    expect((await stored(operator, of.followUpId))?.answers).toMatchObject({ governance: 4 })
  })

  test('take their tracked answers with them, and leave what the team had noted', async ({ operator }) => {
    const { practitioner, followUpId, number, accompanimentId, organisationId, contact } = await caseAsking(operator)
    await practitioner.must(recordByPhone, {
      followUpId,
      number,
      answeredOn: testDay,
      respondent: 'Aïcha',
      answers: { jobs: '4', slogan: 'Au bord' },
    })
    const { id: personId } = await practitioner.must(addPerson, {
      id: organisationId,
      name: 'Bruno',
      email: 'bruno@structure.example',
      function: 'governance',
    })
    await practitioner.must(askRespondent, { followUpId, number, personId })
    const by = await linkOf(operator, { followUpId, accompanimentId }, personId)
    expect(await contact.run(answerByLink, { headcount: '1' })).toMatchObject({
      failure: { tag: 'follow-up-already-answered' },
    })
    await by.must(answerByLink, { answers: { jobs: '7' } })
    const read = async () => {
      const page = await practitioner.read(followUpsPage, { number })
      if (page.kind !== 'done') throw new Error(page.kind)
      return page.value
    }
    const before = await read()
    expect(before.tracked.moments.find(({ moment }) => moment === 'T2')?.values).toEqual({ jobs: 4, slogan: 'Au bord' })
    const rows = before.respondents[followUpId]?.sideBySide?.tracked ?? []
    expect(rows.map(({ question, said }) => [question.code, ...said])).toEqual([
      ['slogan', 'Au bord', null],
      ['jobs', 4, 7],
    ])
    const chosen = before.respondents[followUpId]?.people.find(({ isReference }) => !isReference)
    await practitioner.must(chooseReference, { followUpId, number, responseId: chosen?.id ?? '' })
    expect((await read()).tracked.moments.find(({ moment }) => moment === 'T2')?.values).toEqual({ jobs: 7 })
  })
})

test('somebody who asks to be forgotten leaves her answers, without her name', async ({ operator }) => {
  const of = await anAskedWave(operator)
  await (await linkOf(operator, of, of.first)).must(answerByLink, {
    headcount: '9',
    respondent: 'Aïcha Benali',
    verbatim: 'Nous décidons à temps.',
    quoteAudience: 'funder',
  })
  const second = await of.person('Bruno Le Gall', 'bruno@structure.example')
  await of.practitioner.must(askRespondent, { ...of.wave, personId: second })
  const manager = await operator.manager()
  for (const personId of [of.first, second])
    await manager.must(forgetPerson, { id: of.organisationId, personId, version: 1, isAsked: 'oui' })
  expect(await stored(operator, of.followUpId)).toMatchObject({ headcount: 9, answers: {} })
  const kept = await operator.inside(({ tx }) =>
    tx.select().from(followUpResponses).where(eq(followUpResponses.followUpId, of.followUpId)),
  )
  expect(kept).toMatchObject([{ respondent: null, sentOn: testDay }])
  const agreed = await operator.inside(({ tx }) =>
    tx.select().from(consents).where(eq(consents.operatorId, operator.id)),
  )
  expect(agreed).toMatchObject([{ audience: 'funder', personName: '' }])
  expect(JSON.stringify(kept)).not.toContain('Benali')
})
