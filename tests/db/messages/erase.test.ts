import { and, desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { removeCommitteeMember } from '#app/features/committees/remove-member.command.server.ts'
import { sendAgenda } from '#app/features/committees/send-agenda.command.server.ts'
import { askParties } from '#app/features/impact/ask-parties.command.server.ts'
import { revokeImpactParty } from '#app/features/impact/revoke-party.command.server.ts'
import { decideSend } from '#app/features/messages/decide-send.command.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { settleAttempt, takeSend } from '#app/features/messages/sends.store.server.ts'
import { sweepRequests } from '#app/features/requests/sweep-requests.effect.server.ts'
import { tellRequest } from '#app/features/requests/tell-request.effect.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { failedJobs, sends } from '#db/schema/journal.ts'
import { aCommittee } from '#tests/harness/committees.ts'
import { at } from '#tests/harness/days.ts'
import { aRequest } from '#tests/harness/factories/request.ts'
import { anImpact } from '#tests/harness/impact.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { tablesHolding } from '#tests/harness/traces.ts'

let mailServer: MailServer
const carried = () => {
  provideEnvironment({
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Sillage <sillage@test.example>',
    WORKER_MINUTE_MS: '1500',
  })
}
beforeEach(async () => {
  mailServer = await MailServer.start()
  carried()
})
afterEach(() => mailServer.stop())

const ledger = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.operatorId, operator.id)).orderBy(desc(sends.id)))
const leave = async (operator: TestOperator) => {
  for (const { id } of await ledger(operator))
    await perform(sendMessage, operator.id, { sendId: id }, { clock: at('2026-03-13') })
}
const address = 'aicha@ruche.example'

/** A draft to which no link leads, begun long ago, whose author was written to that day. */
async function forgottenDraft(operator: TestOperator) {
  const requestId = await aRequest(operator, {
    state: 'draft',
    sentOn: null,
    noticeGivenOn: null,
    startedOn: '2026-01-01',
    email: address,
  })
  await perform(tellRequest, operator.id, { requestId }, { clock: testClock })
  return requestId
}
/** By then her link has ended. */
const sweep = (operator: TestOperator) => perform(sweepRequests, operator.id, {}, { clock: at('2026-06-12') })

describe('the address of somebody whose request was forgotten', () => {
  test('stands nowhere, and that a message left still does', async ({ operator }) => {
    await forgottenDraft(operator)
    await leave(operator)
    expect(mailServer.received).toHaveLength(1)
    expect(await tablesHolding(operator, address)).toEqual(['sends', 'requests'])
    await sweep(operator)
    expect(await tablesHolding(operator, address)).toEqual([])
    expect(await tablesHolding(operator, 'Aïcha')).toEqual([])
    expect(await ledger(operator)).toMatchObject([{ message: 'request.saved', state: 'sent', recipient: '' }])
  })

  test('goes from the mailbox of the demonstration, and from what a library said when it failed', async ({
    operator,
  }) => {
    delete process.env.SMTP_URL
    provideEnvironment({})
    const requestId = await forgottenDraft(operator)
    await leave(operator)
    const [sent] = await ledger(operator)
    const failure = { operatorId: operator.id, reason: `no such user: ${address}`, attempts: 5, at: testClock() }
    await operator.inside(({ tx }) =>
      tx.insert(failedJobs).values([
        { ...failure, id: newId(), job: 'message.send', payload: { sendId: sent?.id ?? '' } },
        { ...failure, id: newId(), job: 'request.tell', payload: { requestId } },
      ]),
    )
    expect(await tablesHolding(operator, address)).toEqual(['sends', 'mailbox', 'requests', 'failed_jobs'])
    await sweep(operator)
    expect(await tablesHolding(operator, address)).toEqual([])
  })

  test('goes from a message that was refused, whose decision waits for nobody any more', async ({ operator }) => {
    mailServer.refuseRecipient = () => 550
    await forgottenDraft(operator)
    await leave(operator)
    expect(await ledger(operator)).toMatchObject([{ state: 'failed', failure: expect.stringContaining(address) }])
    await sweep(operator)
    const [left] = await ledger(operator)
    expect(left).toMatchObject({ state: 'cancelled', failure: null })
    expect(await tablesHolding(operator, address)).toEqual([])
    const manager = await operator.manager()
    expect(await manager.run(decideSend, { id: left?.id ?? '', decision: 'resend' })).toMatchObject({
      failure: { tag: 'send-settled' },
    })
  })

  test('is not written again by an attempt that was on its way', async ({ operator }) => {
    await forgottenDraft(operator)
    const [send] = await ledger(operator)
    const where = { operatorId: operator.id, sendId: send?.id ?? '' }
    await operator.inside(({ tx }) => takeSend(tx, where, { leaseMs: 60_000, messageId: '<x@test.example>' }))
    await sweep(operator)
    const answered = { state: 'sent', subject: 'Votre demande', rendered: `Pour ${address}`, failure: address } as const
    await operator.inside(({ tx }) => settleAttempt(tx, where, 1, answered))
    expect(await ledger(operator)).toMatchObject([{ state: 'sent', subject: null, rendered: null, failure: null }])
    expect(await tablesHolding(operator, address)).toEqual([])
  })
})

test('of a member who leaves a committee, no address is kept', async ({ operator }) => {
  const { practitioner, committeeId, memberId } = await aCommittee(operator)
  await practitioner.must(sendAgenda, { committeeId })
  await leave(operator)
  expect(mailServer.received.map(({ to }) => to)).toEqual([['paul@banque.example']])
  await practitioner.must(removeCommitteeMember, { committeeId, memberId })
  expect(await tablesHolding(operator, 'paul@banque.example')).toEqual([])
  expect(await ledger(operator)).toMatchObject([{ state: 'sent', message: 'committee.agenda' }])
})

test('of a party who is removed, no address is kept: the line of the case says that a message left', async ({
  operator,
}) => {
  const { practitioner, number, partyId } = await anImpact(operator, { open: true })
  mailServer.refuseRecipient = refused => (refused.startsWith('rose') ? 550 : null)
  await practitioner.must(askParties, { number })
  await leave(operator)
  const about = async () => {
    const page = await practitioner.read(timelinePage, { number })
    if (page.kind !== 'done') throw new Error(page.kind)
    return page.value.entries.filter(({ event }) => event?.startsWith('message.')).map(({ params }) => params)
  }
  const asked = { message: 'impact.measure' }
  expect(await about()).toEqual(
    expect.arrayContaining([
      { ...asked, recipient: 'marc@mairie.example' },
      { ...asked, recipient: 'rose@habitants.example' },
    ]),
  )
  await practitioner.must(revokeImpactParty, { number, partyId })
  expect(await tablesHolding(operator, 'rose@habitants.example')).toEqual([])
  expect(await tablesHolding(operator, 'marc@mairie.example')).not.toEqual([])
  expect(await about()).toEqual(
    expect.arrayContaining([
      { ...asked, recipient: 'marc@mairie.example' },
      { ...asked, context: 'erased' },
    ]),
  )
  const [kept] = await operator.inside(({ tx }) =>
    tx
      .select()
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), eq(sends.recipient, ''))),
  )
  expect(kept?.payload).toMatchObject({ partyId })
})
