import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { decideSend } from '#app/features/messages/decide-send.command.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { caseRemindersPage } from '#app/features/reminders/case-reminders-page.query.server.ts'
import { findContact } from '#app/features/reminders/find-contact.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { events, notifications } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { aBouncedLetter, createWaitingWaves, ledger, plan, planWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

let mailServer: MailServer
let asked: string[]
beforeEach(async () => {
  mailServer = await MailServer.start()
  asked = []
  mailServer.refuseRecipient = address => {
    asked.push(address)
    return address.startsWith('contact-0@') ? 550 : null
  }
  provideEnvironment({ SMTP_URL: mailServer.url, MAIL_FROM: 'Sillage <sillage@test.example>' })
})
afterEach(() => mailServer.stop())

const number = '2025-00000'
/** Half past ten in Paris: what was planned by a test is due. */
const sendAll = (operator: TestOperator) =>
  perform(sendDueMessages, operator.id, {}, { clock: () => new Date('2026-03-12T09:30:00Z') })

/** A case followed by a practitioner, whose contact has an address that refuses: one letter has tried it. */
async function aBounce(operator: TestOperator) {
  const practitioner = await operator.practitioner()
  const [wave] = await createWaitingWaves(operator, 1)
  if (!wave) throw new Error('no wave')
  await operator.inside(({ tx }) =>
    tx
      .update(accompaniments)
      .set({ practitionerId: practitioner.userId })
      .where(eq(accompaniments.id, wave.accompanimentId)),
  )
  await planWaves(operator, [wave])
  await sendAll(operator)
  const again = (key: string) =>
    plan(operator, {
      key,
      message: 'follow-up.reminder',
      payload: { followUpId: wave.followUpId },
      accompanimentId: wave.accompanimentId,
      recipient: wave.recipient,
    })
  return { practitioner, again, ...wave }
}

const states = async (operator: TestOperator) =>
  (await ledger(operator)).map(({ state, bounced, failure }) => `${state} ${bounced} ${failure}`).sort()
const bounces = async (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(notifications)
      .where(and(eq(notifications.operatorId, operator.id), eq(notifications.kind, 'message.bounced'))),
  )
const contactOf = async (operator: TestOperator, accompanimentId: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select({ name: people.name, email: people.email })
      .from(accompaniments)
      .innerJoin(people, eq(people.id, accompaniments.contactPersonId))
      .where(eq(accompaniments.id, accompanimentId))
    return row
  })
/** Somebody else of the organisation of the first waiting wave. */
const aColleague = (operator: TestOperator, email: string | null = 'colleague@structure-0.example') =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select({ organisationId: people.organisationId })
      .from(people)
      .where(and(eq(people.operatorId, operator.id), eq(people.name, 'Contact 0')))
    const id = newId()
    const organisationId = row?.organisationId ?? ''
    await tx.insert(people).values({ operatorId: operator.id, id, organisationId, name: 'Line Petit', email })
    return id
  })

describe('an address that refuses', () => {
  test('is not tried again by what follows, and tells the practitioner once', async ({ operator }) => {
    const { practitioner, again } = await aBounce(operator)
    await again('second')
    await again('third')
    await sendAll(operator)
    expect(asked).toEqual(['contact-0@structure-0.example'])
    expect(await states(operator)).toEqual([
      'failed false address-bounced',
      'failed false address-bounced',
      expect.stringMatching(/^failed true .*550/),
    ])
    expect(await bounces(operator)).toMatchObject([
      { userId: practitioner.userId, address: `/o/${operator.slug}/accompagnements/${number}/rappels`, readAt: null },
    ])
    const page = await practitioner.read(caseRemindersPage, { number })
    expect(page).toMatchObject({
      value: { bounced: [{ recipient: 'contact-0@structure-0.example', name: 'Contact 0', waiting: 3, others: [] }] },
    })
  })

  test('is not one whose server refuses what is written, nor one that answers later', async ({ operator }) => {
    mailServer.refuseRecipient = address => (address.startsWith('contact-1@') ? 450 : null)
    mailServer.answer = () => ({ kind: 'refuse', code: 554 })
    await planWaves(operator, await createWaitingWaves(operator, 2))
    await sendAll(operator)
    expect((await ledger(operator)).map(({ bounced }) => bounced)).toEqual([false, false])
    expect(await bounces(operator)).toEqual([])
  })

  test('is tried when somebody asks, and trusted once something has arrived', async ({ operator }) => {
    const { practitioner, again } = await aBounce(operator)
    const [first] = await ledger(operator)
    mailServer.refuseRecipient = () => null
    await practitioner.must(decideSend, { id: first?.id ?? '', decision: 'resend', recipient: '' })
    await sendAll(operator)
    await again('second')
    await sendAll(operator)
    expect((await ledger(operator)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})

describe('another contact', () => {
  test('becomes that of the case, and receives what the other did not', async ({ operator }) => {
    const { practitioner, again, accompanimentId, recipient } = await aBounce(operator)
    await again('second')
    await sendAll(operator)
    const contact = await aColleague(operator)
    await practitioner.must(findContact, { number, recipient, contact, corrected: '' })
    await sendAll(operator)
    expect(mailServer.received.map(({ to }) => to[0])).toEqual(Array(2).fill('colleague@structure-0.example'))
    expect(await contactOf(operator, accompanimentId)).toMatchObject({ name: 'Line Petit' })
    expect(await practitioner.read(caseRemindersPage, { number })).toMatchObject({ value: { bounced: [] } })
    expect((await bounces(operator))[0]?.readAt).not.toBeNull()
    const told = await operator.inside(({ tx }) =>
      tx.select({ name: events.name }).from(events).where(eq(events.operatorId, operator.id)),
    )
    expect(told.map(({ name }) => name)).toContain('accompaniment.intake-saved')
    expect(told.filter(({ name }) => name === 'message.sent-again')).toHaveLength(2)
  })

  test('may be the same person at another address: her sheet says it from then on', async ({ operator }) => {
    const { practitioner, accompanimentId, recipient } = await aBounce(operator)
    const corrected = 'contact@structure-0.example'
    await practitioner.must(findContact, { number, recipient, contact: 'corrected', corrected })
    await sendAll(operator)
    expect(mailServer.received.map(({ to }) => to[0])).toEqual([corrected])
    expect(await contactOf(operator, accompanimentId)).toEqual({ name: 'Contact 0', email: corrected })
  })

  test('is refused beside its field, and nothing leaves', async ({ operator }) => {
    const { practitioner, recipient } = await aBounce(operator)
    const tried = async (input: Record<string, string>) => {
      const outcome = await practitioner.run(findContact, { number, recipient, contact: 'corrected', ...input })
      return outcome.kind === 'failed' ? `${outcome.failure.tag} ${outcome.failure.field ?? ''}` : outcome.kind
    }
    expect(await tried({ corrected: '' })).toBe('another-address corrected')
    expect(await tried({ corrected: recipient.toUpperCase() })).toBe('another-address corrected')
    expect(await tried({ corrected: 'pas une adresse' })).toBe('invalid')
    expect(await tried({ contact: newId() })).toBe('unknown-person contact')
    expect(await tried({ contact: await aColleague(operator, null) })).toBe('unknown-person contact')
    expect(await tried({ recipient: 'other@structure.example', corrected: 'a@b.example' })).toBe('send-settled ')
    const other = await aBouncedLetter(operator, 7)
    expect(await tried({ recipient: other.recipient, corrected: 'a@b.example' })).toBe('send-settled ')
    expect((await ledger(operator)).every(({ state }) => state === 'failed')).toBe(true)
  })
})
