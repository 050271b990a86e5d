import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { depositOffer } from '#app/features/consultations/deposit-offer.command.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { providers } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import { aConsultation, bidLink, createProviders } from '#tests/harness/consultations.ts'
import { at } from '#tests/harness/days.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { createCase } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

let mailServer: MailServer
beforeEach(async () => {
  mailServer = await MailServer.start()
  provideEnvironment({ SMTP_URL: mailServer.url, MAIL_FROM: 'Sillage <sillage@test.example>' })
})
afterEach(() => mailServer.stop())

const leave = (operator: TestOperator) => perform(sendDueMessages, operator.id, {}, { clock: at('2026-03-13') })
const toldOnes = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ recipient: sends.recipient, rendered: sends.rendered, accompanimentId: sends.accompanimentId })
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), eq(sends.message, 'consultation.extended')))
      .orderBy(sends.recipient),
  )

describe('a later deadline', () => {
  test('is told to each that was asked, once, and not to those who are asked with it', async ({ operator }) => {
    const { one, engineeringId } = await aConsultation(operator, { deadline: '2026-03-20' })
    const practitioner = await operator.practitioner()
    const [late] = await createProviders(operator, ['Cabinet Dombes'])
    await operator.inside(({ tx }) =>
      tx
        .update(providers)
        .set({ confirmedOn: '2026-01-10', email: 'dombes@cabinet.example' })
        .where(eq(providers.id, late ?? '')),
    )
    await practitioner.must(openConsultation, { engineeringId, providerIds: [late], deadline: '2026-03-30' })
    // The same day again is no news.
    await practitioner.must(openConsultation, { engineeringId, deadline: '2026-03-30' })
    await Promise.all([leave(operator), leave(operator)])
    await leave(operator)
    const byMail = mailServer.received.map(({ to, subject, content }) => ({ to: to.join(), subject, content }))
    const extended = byMail.filter(({ subject }) => subject.includes('Plus') || subject.includes('temps'))
    expect(extended.map(({ to }) => to).sort()).toEqual([
      'offres0@cabinet.example',
      'offres1@cabinet.example',
      'offres2@cabinet.example',
    ])
    expect(byMail.map(({ to }) => to)).toContain('dombes@cabinet.example')
    expect(byMail).toHaveLength(4)
    for (const { content } of extended) {
      expect(content).toContain('multipart/alternative')
      expect(content).toMatch(/text\/plain[\s\S]*text\/html/)
    }
    const told = await toldOnes(operator)
    expect(told.map(({ accompanimentId }) => accompanimentId)).toEqual([one.id, one.id, one.id])
    for (const { rendered } of told) expect(rendered).toMatch(/jusqu’au 30\smars\s2026[\s\S]*\/r\/…/)
  })

  test('is told again when it moves again, and leaves out who has no address any more', async ({ operator }) => {
    const { engineeringId, providerIds } = await aConsultation(operator, { deadline: '2026-03-20' })
    const practitioner = await operator.practitioner()
    await practitioner.must(openConsultation, { engineeringId, deadline: '2026-03-30' })
    await operator.inside(({ tx }) =>
      tx
        .update(providers)
        .set({ email: null })
        .where(eq(providers.id, providerIds[2] ?? '')),
    )
    await practitioner.must(openConsultation, { engineeringId, deadline: '2026-04-10' })
    expect((await toldOnes(operator)).map(({ recipient }) => recipient)).toEqual([
      'offres0@cabinet.example',
      'offres0@cabinet.example',
      'offres1@cabinet.example',
      'offres1@cabinet.example',
      'offres2@cabinet.example',
    ])
  })
})

describe('an offer that comes by its link', () => {
  const entries = async (actor: TestActor, number: string) => {
    const page = await actor.read(timelinePage, { number })
    if (page.kind !== 'done') throw new Error(page.kind)
    return page.value.entries.filter(({ event }) => event === 'offer.deposited')
  }

  test('stands on the line of its case and in its history, with who and when, and on no other', async ({
    operator,
  }) => {
    const { one, invitationIds } = await aConsultation(operator, { deadline: '2026-03-20' })
    const other = await createCase(operator)
    const bidder = operator.contact(await bidLink(operator, invitationIds[2]))
    await bidder.must(depositOffer, { days: '4,25', amount: '4300,01', note: 'Deux ateliers.' })
    const practitioner = await operator.practitioner()
    expect(await entries(practitioner, one.number)).toMatchObject([
      {
        at: '2026-03-12T09:00:00.000Z',
        happenedOn: '2026-03-12',
        params: { provider: 'Cabinet Causse' },
        who: { kind: 'link' },
      },
    ])
    expect(await entries(practitioner, other.number)).toEqual([])
    const history = await practitioner.read(historyPage, { number: one.number })
    expect(history).toMatchObject({ value: { total: 1, lines: [{ name: 'offer.deposited' }] } })
    const later = { days: '4', amount: '4000', note: '' }
    await bidder.must(depositOffer, later)
    expect(await entries(practitioner, one.number)).toHaveLength(2)
  })
})
