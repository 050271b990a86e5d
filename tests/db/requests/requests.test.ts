import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { execute } from '#app/access/command.server.ts'
import { perform } from '#app/access/effect.server.ts'
import { executeForVisitor } from '#app/access/visitor-command.server.ts'
import { readEligibility } from '#app/features/accompaniments/eligibility.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { acceptRequest } from '#app/features/requests/accept-request.command.server.ts'
import { continueRequest } from '#app/features/requests/continue-request.command.server.ts'
import { declineRequest } from '#app/features/requests/decline-request.command.server.ts'
import { requestForm } from '#app/features/requests/request-form.query.server.ts'
import { requestList } from '#app/features/requests/request-list.query.server.ts'
import { requestPage } from '#app/features/requests/request-page.query.server.ts'
import { setIntakeForm } from '#app/features/requests/set-intake-form.command.server.ts'
import { sweepRequests } from '#app/features/requests/sweep-requests.effect.server.ts'
import { tellRequest } from '#app/features/requests/tell-request.effect.server.ts'
import { requestLimits, writeRequest } from '#app/features/requests/write-request.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { notifications, sends } from '#db/schema/journal.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { requests } from '#db/schema/requests.ts'
import { caseRow } from '#tests/harness/cases.ts'
import { aLink } from '#tests/harness/factories/link.ts'
import { aRequest, openForm } from '#tests/harness/factories/request.ts'
import { type TestOperator, test, testClock, testDay } from '#tests/harness/operator.ts'

const written = {
  organisationName: 'Les Jardins du Val',
  personName: 'Léa Martin',
  motive: 'Nous voulons embaucher.',
  noticeGiven: 'oui',
}
const full = { ...written, email: 'lea@jardins.example', intent: 'send', locale: 'fr' }

/** As the route does: somebody at an address, whose tries are counted. */
const send = (operator: TestOperator, fields: Record<string, unknown>, address = '192.0.2.1', formKey?: string) =>
  executeForVisitor(writeRequest, { operatorSlug: operator.slug, address }, fields, {
    limits: requestLimits,
    clock: testClock,
    ...(formKey && { formKey }),
  })

const rows = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(requests).where(eq(requests.operatorId, operator.id)))
const oneRow = async (operator: TestOperator) => {
  const [row] = await rows(operator)
  if (!row) throw new Error('no request')
  return row
}
const planned = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ message: sends.message, recipient: sends.recipient, locale: sends.locale })
      .from(sends)
      .where(eq(sends.operatorId, operator.id)),
  )

describe('the public form', () => {
  test('answers only where a manager opened it', async ({ operator }) => {
    expect(await operator.visitor().read(requestForm)).toEqual({ kind: 'not-found' })
    expect(await send(operator, full)).toEqual({ kind: 'not-found' })
    await openForm(operator, { welcome: 'Bienvenue.', origins: ['https://cress.example'] })
    expect(await operator.visitor().read(requestForm)).toMatchObject({
      value: { welcome: 'Bienvenue.', origins: ['https://cress.example'] },
    })
    const manager = await operator.manager()
    await manager.must(setIntakeForm, {})
    expect(await operator.visitor().read(requestForm)).toEqual({ kind: 'not-found' })
  })

  test('refuses a site that is not one, and names it', async ({ operator }) => {
    const manager = await operator.manager()
    const wrong = await manager.run(setIntakeForm, {
      open: 'oui',
      origins: 'https://a.example\nhttps://b.example/page',
    })
    expect(wrong).toMatchObject({
      failure: { tag: 'not-an-origin', params: { typed: 'https://b.example/page' }, field: 'origins' },
    })
  })

  test('keeps a request, confirms it to its author and tells the team', async ({ operator }) => {
    await openForm(operator)
    const practitioner = await operator.practitioner()
    expect(await send(operator, { ...full, employees: '3', urgent: 'oui', locale: 'en' })).toMatchObject({
      kind: 'done',
      value: { state: 'sent' },
    })
    const row = await oneRow(operator)
    expect(row).toMatchObject({ state: 'sent', sentOn: testDay, employees: 3, urgent: true, noticeGivenOn: testDay })
    await perform(tellRequest, operator.id, { requestId: row.id }, { clock: testClock })
    // A job may be done twice; what it does is done once.
    await perform(tellRequest, operator.id, { requestId: row.id }, { clock: testClock })
    expect(await planned(operator)).toEqual([
      { message: 'request.received', recipient: 'lea@jardins.example', locale: 'en' },
    ])
    const told = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(notifications)
        .where(and(eq(notifications.operatorId, operator.id), eq(notifications.userId, practitioner.userId))),
    )
    expect(told).toMatchObject([{ kind: 'request.received', address: `/o/${operator.slug}/demandes/${row.id}` }])
  })

  test('asks only for an address to keep a draft, and for the rest to send it', async ({ operator }) => {
    await openForm(operator)
    const missing = await send(operator, { email: 'lea@jardins.example', siret: '123', intent: 'send', locale: 'fr' })
    expect(missing).toEqual({
      kind: 'invalid',
      fields: {
        organisationName: ['input.required'],
        personName: ['input.required'],
        motive: ['input.required'],
        noticeGiven: ['input.required'],
        siret: ['input.bad-siret'],
      },
    })
    expect(await rows(operator)).toEqual([])
    const draft = { email: 'lea@jardins.example', siret: '123', intent: 'save', locale: 'fr' }
    expect(await send(operator, draft)).toMatchObject({ kind: 'done', value: { state: 'draft' } })
    const row = await oneRow(operator)
    expect(row).toMatchObject({ state: 'draft', siret: '123', sentOn: null })
    await perform(tellRequest, operator.id, { requestId: row.id }, { clock: testClock })
    expect(await planned(operator)).toMatchObject([{ message: 'request.saved' }])
    // A draft is its author's: no member reads it, by the list or by its address.
    const practitioner = await operator.practitioner()
    expect(await practitioner.read(requestPage, { requestId: row.id })).toEqual({ kind: 'not-found' })
    expect(await practitioner.read(requestList)).toMatchObject({ value: { total: 0, waiting: 0 } })
  })

  test('is taken up again by the link of its author, and by nobody else’s', async ({ operator, foreign }) => {
    const subjectId = await aRequest(operator, { state: 'draft', sentOn: null, motive: null })
    const other = await aRequest(operator, { state: 'draft', sentOn: null, motive: 'La sienne.' })
    const token = await aLink(operator, { purpose: 'request', subjectId, accompanimentId: null })
    const author = operator.contact(token)
    expect(await author.read(personalLinkPage)).toMatchObject({
      value: { purpose: 'request', request: { state: 'draft', values: { motive: null } } },
    })
    await author.must(continueRequest, { ...written, motive: 'Un début.', intent: 'save', version: 1 })
    const stale = await author.run(continueRequest, { ...written, intent: 'send', version: 1 })
    expect(stale).toMatchObject({ kind: 'conflict', current: { version: 2, values: { motive: 'Un début.' } } })
    await author.must(continueRequest, { ...written, intent: 'send', version: 2 })
    expect(await author.run(continueRequest, { ...written, intent: 'send', version: 3 })).toMatchObject({
      failure: { tag: 'request-already-sent' },
    })
    const after = await rows(operator)
    expect(after.find(({ id }) => id === subjectId)).toMatchObject({ state: 'sent', motive: 'Nous voulons embaucher.' })
    expect(after.find(({ id }) => id === other)).toMatchObject({ state: 'draft', motive: 'La sienne.' })
    expect(await rows(foreign)).toEqual([])
  })

  test('a visitor reads no request, not even hers', async ({ operator }) => {
    await openForm(operator)
    const requestId = newId()
    const door = { kind: 'visitor', operatorSlug: operator.slug, requestId } as const
    expect(await execute(writeRequest, door, full, { clock: testClock })).toMatchObject({ kind: 'done' })
    expect(await operator.visitor().read(requestPage, { requestId })).toEqual({ kind: 'not-found' })
    // The door writes one row, and once: the same id again is refused by the key.
    expect((await execute(writeRequest, door, full, { clock: testClock })).kind).not.toBe('done')
    expect(await rows(operator)).toHaveLength(1)
  })
})

describe('what programs send', () => {
  test('is answered as a person is, and not kept', async ({ operator }) => {
    await openForm(operator)
    expect(
      await send(operator, { ...full, email: 'robot@jardins.example', website: 'https://casino.example' }),
    ).toMatchObject({ kind: 'done' })
    expect(await rows(operator)).toEqual([])
  })

  test('the same form sent twice is one request', async ({ operator }) => {
    await openForm(operator)
    const key = `${newId()}.request`
    const twice = { ...full, email: 'twice@jardins.example' }
    expect(await send(operator, twice, '192.0.2.9', key)).toMatchObject({ kind: 'done' })
    expect(await send(operator, twice, '192.0.2.9', key)).toMatchObject({ kind: 'done' })
    expect(await rows(operator)).toHaveLength(1)
  })

  test('four letters an hour leave for one address, whoever asks', async ({ operator }) => {
    await openForm(operator)
    const email = `${newId()}@jardins.example`
    for (let turn = 0; turn < 4; turn += 1)
      expect(await send(operator, { ...full, email }, `198.51.100.${turn}`)).toMatchObject({ kind: 'done' })
    expect(await send(operator, { ...full, email }, '198.51.100.9')).toMatchObject({
      kind: 'failed',
      failure: { tag: 'too-many-mails', params: { minutes: 60 } },
    })
    expect(await rows(operator)).toHaveLength(4)
  })

  test('ten requests an hour come from one subscriber, by all the addresses that are hers', async ({ operator }) => {
    await openForm(operator)
    const from = (turn: number) => `2001:db8:77:1::${turn}`
    for (let turn = 0; turn < 10; turn += 1)
      await send(operator, { ...full, email: `${newId()}@jardins.example` }, from(turn))
    const next = { ...full, email: `${newId()}@jardins.example` }
    expect(await send(operator, next, from(11))).toMatchObject({ failure: { tag: 'too-many-attempts' } })
    // What the fields refuse is no try, and another subscriber is not held back.
    expect(await send(operator, { ...next, email: 'x' }, from(11))).toMatchObject({ kind: 'invalid' })
    expect(await send(operator, next, '2001:db8:78::1')).toMatchObject({ kind: 'done' })
  })
})

describe('a request that is accepted', () => {
  test('becomes a case of a new organisation, with its person and her words', async ({ operator }) => {
    const requestId = await aRequest(operator, {
      prescriber: 'La mairie',
      boardAgreementOn: '2026-03-01',
      siret: '732 829 320 00074',
    })
    const practitioner = await operator.practitioner()
    const { number } = await practitioner.must(acceptRequest, {
      requestId,
      version: 1,
      organisation: 'new',
      commune: '45234',
      programme: 'dla-individuel',
    })
    const row = await caseRow(operator, number)
    expect(row).toMatchObject({
      channel: 'prescribed',
      prescriber: 'La mairie',
      motive: 'Notre modèle économique ne tient plus.',
      requestedOn: testDay,
      practitionerId: practitioner.userId,
    })
    expect(readEligibility(row.eligibility)).toMatchObject({
      criteria: { employer: { answer: 'yes', note: '4' } },
      requester: 'governance',
      boardAgreementOn: '2026-03-01',
      noticeGivenOn: testDay,
    })
    const [organisation] = await operator.inside(({ tx }) =>
      tx.select().from(organisations).where(eq(organisations.operatorId, operator.id)),
    )
    expect(organisation).toMatchObject({
      name: 'La Ruche des Possibles',
      siret: '73282932000074',
      department: '45',
      employer: true,
    })
    const [person] = await operator.inside(({ tx }) =>
      tx.select().from(people).where(eq(people.operatorId, operator.id)),
    )
    expect(person).toMatchObject({ name: 'Aïcha Benali', email: 'aicha@ruche.example', function: 'governance' })
    expect(row.contactPersonId).toBe(person?.id)
    expect(await planned(operator)).toMatchObject([{ message: 'request.accepted', recipient: 'aicha@ruche.example' }])
    const again = await practitioner.run(declineRequest, {
      requestId,
      version: 2,
      declineReason: 'known',
      answer: 'Non.',
    })
    expect(again).toMatchObject({ failure: { tag: 'request-answered' } })
  })

  test('warns of the organisations that it may be, until they were seen', async ({ operator, foreign }) => {
    const practitioner = await operator.practitioner()
    const stranger = await foreign.practitioner()
    await stranger.must(createOrganisation, { name: 'La Ruche des possibles' })
    const { id } = await practitioner.must(createOrganisation, { name: 'Association la ruche des possibles' })
    const requestId = await aRequest(operator)
    const input = { requestId, version: 1, programme: 'dla-individuel' }
    const shown = await practitioner.read(requestPage, { requestId })
    expect(shown).toMatchObject({ value: { same: null, likely: [{ id }] } })
    const blind = await practitioner.run(acceptRequest, { ...input, organisation: 'new' })
    expect(blind).toMatchObject({ failure: { tag: 'likely-duplicate', field: 'organisation' } })
    expect(JSON.stringify(blind)).toContain('Association la ruche des possibles')
    const { number } = await practitioner.must(acceptRequest, { ...input, organisation: id })
    expect((await caseRow(operator, number)).organisationId).toBe(id)
    const another = await aRequest(operator)
    await practitioner.must(acceptRequest, { ...input, requestId: another, organisation: 'new', seen: [id] })
  })

  test('goes to the organisation that bears its number, and to no copy of it', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'Tout autre nom', siret: '73282932000074' })
    const requestId = await aRequest(operator, { siret: '73282932000074' })
    expect(await practitioner.read(requestPage, { requestId })).toMatchObject({ value: { same: { id } } })
    const copy = { requestId, version: 1, programme: 'dla-individuel', organisation: 'new', seen: id }
    expect(await practitioner.run(acceptRequest, copy)).toMatchObject({ failure: { tag: 'siret-known' } })
  })

  test('of two who answer at once, one does', async ({ operator }) => {
    const requestId = await aRequest(operator)
    const input = { requestId, version: 1, programme: 'dla-individuel', organisation: 'new' }
    const outcomes = await Promise.all(
      [await operator.practitioner(), await operator.practitioner()].map(one => one.run(acceptRequest, input)),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
  })
})

describe('a request that is declined', () => {
  test('tells its author why, by letter and by her link', async ({ operator }) => {
    const requestId = await aRequest(operator)
    const practitioner = await operator.practitioner()
    const silent = await practitioner.run(declineRequest, { requestId, version: 1, declineReason: 'out_of_scope' })
    expect(silent).toEqual({ kind: 'invalid', fields: { answer: ['input.required'] } })
    const answer = 'La CRESS saura mieux vous répondre.'
    await practitioner.must(declineRequest, { requestId, version: 1, declineReason: 'better_elsewhere', answer })
    expect(await planned(operator)).toMatchObject([{ message: 'request.declined' }])
    const token = await aLink(operator, { purpose: 'request', subjectId: requestId, accompanimentId: null })
    expect(await operator.contact(token).read(personalLinkPage)).toMatchObject({
      value: { request: { state: 'declined', answer } },
    })
  })

  test('writes to nobody when it is unwanted', async ({ operator }) => {
    const requestId = await aRequest(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(declineRequest, { requestId, version: 1, declineReason: 'unwanted' })
    expect(await planned(operator)).toEqual([])
  })
})

test('what was begun and never sent is erased with its link, once the link has ended; nothing else is', async ({
  operator,
}) => {
  const draft = { state: 'draft', sentOn: null, noticeGivenOn: null } as const
  const forgotten = await aRequest(operator, { ...draft, startedOn: '2026-01-01' })
  const token = await aLink(operator, {
    purpose: 'request',
    subjectId: forgotten,
    accompanimentId: null,
    expiresOn: '2026-03-01',
  })
  const savedAgain = await aRequest(operator, { ...draft, startedOn: '2026-01-01' })
  await aLink(operator, { purpose: 'request', subjectId: savedAgain, accompanimentId: null, expiresOn: testDay })
  const recent = await aRequest(operator, { ...draft, startedOn: '2026-03-01' })
  const sent = await aRequest(operator, { startedOn: '2026-01-01', sentOn: '2026-01-01' })
  expect(await perform(sweepRequests, operator.id, {}, { clock: testClock })).toBe(1)
  expect((await rows(operator)).map(({ id }) => id).sort()).toEqual([savedAgain, recent, sent].sort())
  expect(await operator.contact(token).read(personalLinkPage)).toEqual({ kind: 'not-found' })
  expect(await perform(sweepRequests, operator.id, {}, { clock: testClock })).toBe(0)
})
