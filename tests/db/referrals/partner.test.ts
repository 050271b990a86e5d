import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { answerReferral } from '#app/features/accompaniments/answer-referral.command.server.ts'
import { intakePage } from '#app/features/accompaniments/intake-page.query.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { answerByPartner } from '#app/features/referrals/answer-by-partner.command.server.ts'
import { askPartner } from '#app/features/referrals/ask-partner.command.server.ts'
import { forgetPartner } from '#app/features/referrals/forget-partner.command.server.ts'
import { tellReferral } from '#app/features/referrals/tell-referral.effect.server.ts'
import { findContact } from '#app/features/reminders/find-contact.command.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { roleUrl } from '#db/roles.ts'
import { events, mailbox, notifications, outbox, sends } from '#db/schema/journal.ts'
import { links } from '#db/schema/operators.ts'
import { referrals } from '#db/schema/referrals.ts'
import { caseRow } from '#tests/harness/cases.ts'
import { SECRET, withClient } from '#tests/harness/connection.ts'
import { at } from '#tests/harness/days.ts'
import { fingerprint } from '#tests/harness/fingerprint.ts'
import { ledger } from '#tests/harness/ledger.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { aReferral, partner, referralRow } from '#tests/harness/referrals.ts'
import { tablesHolding } from '#tests/harness/traces.ts'

async function shownTo(actor: TestActor) {
  const outcome = await actor.read(personalLinkPage)
  if (outcome.kind !== 'done' || !('purpose' in outcome.value) || outcome.value.purpose !== 'referral') return null
  return outcome.value.referral
}
async function listed(practitioner: TestActor, number: string) {
  const page = await practitioner.read(intakePage, { number })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.referrals[0]
}

const sweep = (operator: TestOperator, day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
const send = (operator: TestOperator, day: string) => {
  delete process.env.SMTP_URL
  provideEnvironment({})
  return perform(sendDueMessages, operator.id, {}, { clock: at(day) })
}
/** The link in each letter to the partner that left, the first first. */
async function linksSent(operator: TestOperator, recipient = partner.partnerEmail) {
  const mails = await operator.inside(({ tx }) =>
    tx
      .select()
      .from(mailbox)
      .where(and(eq(mailbox.operatorId, operator.id), eq(mailbox.recipient, recipient)))
      .orderBy(mailbox.at),
  )
  return mails.map(({ text }) => /\/r\/(\S+)/.exec(text)?.[1] ?? '')
}
const toPartner = async (operator: TestOperator) =>
  (await ledger(operator)).filter(({ message }) => message === 'referral.reminder')

describe('a partner behind its link', () => {
  test('reads what it was sent, says once that it takes over, and the team reads who said it', async ({ operator }) => {
    const { token, number, practitioner } = await aReferral(operator)
    const there = operator.contact(token)
    expect(await shownTo(there)).toMatchObject({
      sentTo: 'France Active',
      reason: 'Un prêt de trésorerie.',
      sentOn: '2026-03-12',
      answer: null,
    })
    await there.must(answerByPartner, { answer: 'accepted', word: 'Rendez-vous mardi.' })
    expect(await listed(practitioner, number)).toMatchObject({
      answer: 'accepted',
      answeredOn: '2026-03-12',
      word: 'Rendez-vous mardi.',
      isSaid: true,
      noter: null,
    })
    expect(await shownTo(there)).toMatchObject({ answer: 'accepted', word: 'Rendez-vous mardi.', isSaid: true })
    expect(await there.run(answerByPartner, { answer: 'refused', word: 'Non.' })).toMatchObject({
      failure: { tag: 'referral-answered' },
    })
  })

  test('says why when it refuses', async ({ operator }) => {
    const { token, referralId } = await aReferral(operator)
    const there = operator.contact(token)
    expect(await there.run(answerByPartner, { answer: 'refused' })).toMatchObject({
      failure: { tag: 'refusal-without-reason', field: 'word' },
    })
    expect((await referralRow(operator, referralId)).answer).toBeNull()
    await there.must(answerByPartner, { answer: 'refused', word: 'Nos prêts commencent à 30 000 €.' })
    expect(await referralRow(operator, referralId)).toMatchObject({ answer: 'refused', notedBy: null })
  })

  test('changes nothing by opening it', async ({ operator, databaseUrl }) => {
    const { token } = await aReferral(operator)
    const before = await fingerprint(databaseUrl)
    for (let time = 0; time < 3; time++) expect(await shownTo(operator.contact(token))).not.toBeNull()
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })

  test('reaches this referral alone, PostgreSQL included', async ({ operator, databaseUrl }) => {
    const { referralId, token, number, id } = await aReferral(operator)
    const other = await aReferral(operator)
    expect(JSON.stringify(await shownTo(operator.contact(token)))).not.toMatch(
      new RegExp(`${number}|Benali|jeanne@|${other.referralId}`),
    )
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, referralId],
      )
      expect((await client.query('select id from referrals')).rows).toEqual([{ id: referralId }])
      const moved = await client.query(`update referrals set word = 'lu' where accompaniment_id <> $1`, [id])
      expect(moved.rowCount).toBe(0)
      for (const table of [
        'accompaniments',
        'organisations',
        'people',
        'notes',
        'needs',
        'sends',
        'events',
        'notifications',
        'links',
      ])
        expect((await client.query(`select id from ${table}`)).rowCount, table).toBe(0)
    })
  })

  test('is told to whoever follows the case, once', async ({ operator }) => {
    const { token, practitioner, number } = await aReferral(operator)
    await operator.contact(token).must(answerByPartner, { answer: 'refused', word: 'Complet.' })
    const jobs = await operator.inside(({ tx }) =>
      tx.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.job, 'referral.answered')),
    )
    expect(jobs).toHaveLength(1)
    for (const { payload } of [...jobs, ...jobs])
      await perform(tellReferral, operator.id, payload, { clock: testClock })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([
      {
        userId: practitioner.userId,
        kind: 'referral.refused',
        data: { partner: 'France Active', number },
        address: `/o/${operator.slug}/accompagnements/${number}/accueil`,
      },
    ])
    const history = await operator.inside(({ tx }) =>
      tx.select().from(events).where(eq(events.name, 'referral.refused')),
    )
    expect(history).toMatchObject([{ actorName: 'personal-link', data: { sentTo: 'France Active' } }])
  })
})

describe('an answer', () => {
  test('noted by a member says whose note it is, and what the partner said itself stands', async ({ operator }) => {
    const first = await aReferral(operator)
    const { number, practitioner, referralId, token } = first
    const { version } = await referralRow(operator, referralId)
    const note = { number, referralId, version, answeredOn: '2026-03-12' }
    await practitioner.must(answerReferral, { ...note, answer: 'accepted', word: 'Par téléphone.' })
    expect(await listed(practitioner, number)).toMatchObject({ isSaid: false, noter: expect.any(String) })
    expect(await shownTo(operator.contact(token))).toMatchObject({ answer: 'accepted', isSaid: false })
    expect(await operator.contact(token).run(answerByPartner, { answer: 'accepted' })).toMatchObject({
      failure: { tag: 'referral-answered' },
    })

    const other = await aReferral(operator)
    const seen = { ...note, number: other.number, referralId: other.referralId }
    await operator.contact(other.token).must(answerByPartner, { answer: 'refused', word: 'Complet.' })
    // Whoever had the page open before the partner answered is shown what stands.
    expect(await practitioner.run(answerReferral, { ...seen, answer: 'refused' })).toMatchObject({
      kind: 'conflict',
      current: { values: { answer: 'refused', word: 'Complet.' } },
    })
    const now = { ...seen, version: version + 1 }
    expect(await practitioner.run(answerReferral, { ...now, answer: 'accepted' })).toMatchObject({
      failure: { tag: 'partner-answered' },
    })
    await practitioner.must(answerReferral, { ...now, answer: 'refused', outcome: 'Orientée vers la Nef.' })
    expect(await listed(practitioner, other.number)).toMatchObject({
      isSaid: true,
      word: 'Complet.',
      outcome: 'Orientée vers la Nef.',
    })
  })
})

describe('R35, to the partner', () => {
  test('says it again after seven and fourteen days with the same link, and stops at its answer', async ({
    operator,
  }) => {
    const { number, practitioner } = await aReferral(operator)
    await send(operator, '2026-03-13')
    expect(await linksSent(operator)).toHaveLength(1)
    await sweep(operator, '2026-03-18')
    expect(await toPartner(operator)).toEqual([])
    // Seven days after Thursday the 12th is Thursday the 19th.
    await sweep(operator, '2026-03-19')
    await send(operator, '2026-03-19')
    await sweep(operator, '2026-03-26')
    await send(operator, '2026-03-26')
    const [first, ...again] = await linksSent(operator)
    expect(again).toEqual([first, first])
    const kept = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(links)
        .where(and(eq(links.operatorId, operator.id), isNull(links.revokedAt))),
    )
    // 256 bits, of which the base keeps a hash alone.
    expect(Buffer.from(first ?? '', 'base64url')).toHaveLength(32)
    expect(JSON.stringify(kept)).not.toContain(first)
    expect(await shownTo(operator.contact(first ?? ''))).toMatchObject({ answer: null })
    await operator.contact(first ?? '').must(answerByPartner, { answer: 'accepted' }, { clock: at('2026-03-27') })
    await sweep(operator, '2026-03-30')
    expect(await toPartner(operator)).toHaveLength(2)
    expect(await listed(practitioner, number)).toMatchObject({ answer: 'accepted', answeredOn: '2026-03-27' })
  })

  test('does not leave when the answer comes between the sweep and the letter', async ({ operator }) => {
    const { token } = await aReferral(operator)
    await send(operator, '2026-03-13')
    await sweep(operator, '2026-03-19')
    await operator.contact(token).must(answerByPartner, { answer: 'accepted' }, { clock: at('2026-03-19') })
    await send(operator, '2026-03-19')
    expect(await toPartner(operator)).toMatchObject([{ state: 'cancelled', failure: 'settled' }])
    expect(await linksSent(operator)).toHaveLength(1)
  })

  test('waits for an answer that is being written', async ({ operator, databaseUrl }) => {
    const { referralId } = await aReferral(operator)
    await send(operator, '2026-03-13')
    await sweep(operator, '2026-03-19')
    await withClient(databaseUrl, async client => {
      await client.query('begin')
      await client.query(`update referrals set answer = 'accepted' where id = $1`, [referralId])
      const leaving = send(operator, '2026-03-19')
      await new Promise(resolve => setTimeout(resolve, 600))
      expect(await linksSent(operator)).toHaveLength(1)
      await client.query('commit')
      await leaving
    })
    expect(await linksSent(operator)).toHaveLength(1)
    expect(await toPartner(operator)).toMatchObject([{ state: 'cancelled', failure: 'settled' }])
  })

  test('writes to nobody there without an address, and tells the team no more than before', async ({ operator }) => {
    await aReferral(operator, {})
    await sweep(operator, '2026-03-26')
    expect(await ledger(operator)).toEqual([])
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told.map(({ kind }) => kind)).toEqual(['reminder'])
  })

  test('counts from the day on which the partner was asked, when that came later', async ({ operator }) => {
    const { number, referralId, practitioner } = await aReferral(operator, {})
    const asked = { number, referralId, version: 1, ...partner }
    await practitioner.must(askPartner, asked, { clock: at('2026-03-24') })
    await sweep(operator, '2026-03-30')
    expect(await toPartner(operator)).toEqual([])
    await sweep(operator, '2026-03-31')
    expect(await toPartner(operator)).toHaveLength(1)
  })
})

describe('the link of a partner', () => {
  test('opens on nothing once another address is asked, which has its own', async ({ operator }) => {
    const { number, referralId, practitioner } = await aReferral(operator)
    await send(operator, '2026-03-13')
    const [former = ''] = await linksSent(operator)
    const { version } = await referralRow(operator, referralId)
    const asked = { number, referralId, version, partnerEmail: 'accueil@france-active.example' }
    await practitioner.must(askPartner, asked)
    await send(operator, '2026-03-13')
    const [next = ''] = await linksSent(operator, asked.partnerEmail)
    expect([former, next].map(link => link.length)).toEqual([43, 43])
    expect(await shownTo(operator.contact(former))).toBeNull()
    expect(await shownTo(operator.contact(next))).toMatchObject({ sentTo: 'France Active' })
    expect(await tablesHolding(operator, partner.partnerEmail)).toEqual([])
    expect(await practitioner.run(askPartner, asked)).toMatchObject({ kind: 'conflict' })
    await operator.contact(next).must(answerByPartner, { answer: 'accepted' })
    expect(await practitioner.run(askPartner, { ...asked, version: version + 2 })).toMatchObject({
      failure: { tag: 'referral-answered' },
    })
  })

  test('is taken back with the address, which is kept nowhere; the answer stays', async ({ operator }) => {
    const { number, referralId, practitioner } = await aReferral(operator)
    await send(operator, '2026-03-13')
    const [link = ''] = await linksSent(operator)
    await operator.contact(link).must(answerByPartner, { answer: 'accepted', word: 'Mardi.' })
    expect(await tablesHolding(operator, partner.partnerEmail)).toEqual(['referrals', 'sends', 'mailbox'])
    await practitioner.must(forgetPartner, { number, referralId })
    for (const text of [partner.partnerEmail, partner.partnerName])
      expect(await tablesHolding(operator, text), text).toEqual([])
    expect(await shownTo(operator.contact(link))).toBeNull()
    expect(await listed(practitioner, number)).toMatchObject({ answer: 'accepted', word: 'Mardi.', isSaid: true })
    expect(await practitioner.run(forgetPartner, { number, referralId })).toEqual({ kind: 'not-found' })
  })

  test('is taken back from a person who is forgotten', async ({ operator }) => {
    const { number, practitioner } = await aReferral(operator)
    await send(operator, '2026-03-13')
    const [link = ''] = await linksSent(operator)
    const id = (await caseRow(operator, number)).organisationId ?? ''
    const jeanne = { id, name: partner.partnerName, function: 'employee', email: partner.partnerEmail.toUpperCase() }
    const { id: personId } = await practitioner.must(addPerson, jeanne)
    expect(await shownTo(operator.contact(link))).not.toBeNull()
    await practitioner.must(forgetPerson, { id, personId, version: 1, isAsked: 'oui' })
    expect(await tablesHolding(operator, partner.partnerEmail)).toEqual([])
    expect(await shownTo(operator.contact(link))).toBeNull()
  })

  test('is never written to the organisation in place of a partner whose address refuses', async ({ operator }) => {
    const { number, referralId, practitioner } = await aReferral(operator)
    await operator.inside(({ tx }) =>
      tx.update(sends).set({ state: 'failed', bounced: true }).where(eq(sends.message, 'referral.asked')),
    )
    const id = (await caseRow(operator, number)).organisationId ?? ''
    const person = { id, name: 'Paul', function: 'employee', email: 'paul@ruche.example' }
    const { id: contact } = await practitioner.must(addPerson, person)
    const refused = { number, recipient: partner.partnerEmail }
    expect(await practitioner.run(findContact, { ...refused, contact })).toMatchObject({
      failure: { tag: 'unknown-person' },
    })
    const corrected = 'j.roux@france-active.example'
    await practitioner.must(findContact, { ...refused, contact: 'corrected', corrected })
    expect(await referralRow(operator, referralId)).toMatchObject({ partnerEmail: corrected })
    await send(operator, '2026-03-13')
    expect(await linksSent(operator, corrected)).toHaveLength(1)
  })
})

test('an answer has one author, in PostgreSQL too', async ({ operator }) => {
  const { referralId, practitioner } = await aReferral(operator)
  const both = operator.inside(({ tx }) =>
    tx
      .update(referrals)
      .set({ answer: 'accepted', saidAt: new Date('2026-03-12T10:00:00Z'), notedBy: practitioner.userId })
      .where(eq(referrals.id, referralId)),
  )
  await expect(both).rejects.toMatchObject({ cause: { constraint: 'referrals_said_once' } })
})
