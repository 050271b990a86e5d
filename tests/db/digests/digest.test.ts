import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { chooseDigest } from '#app/features/digests/choose-digest.command.server.ts'
import { stopDigestByLink } from '#app/features/digests/stop-digest.command.server.ts'
import { sweepDigests } from '#app/features/digests/sweep-digests.effect.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { notificationPage } from '#app/features/notifications/notification-page.query.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { notifications } from '#db/schema/journal.ts'
import { absences, grants } from '#db/schema/operators.ts'
import { at } from '#tests/harness/days.ts'
import { ledger, plan } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

let mailServer: MailServer
beforeEach(async () => {
  mailServer = await MailServer.start()
  provideEnvironment({ SMTP_URL: mailServer.url, MAIL_FROM: 'Sillage <sillage@test.example>' })
})
afterEach(() => mailServer.stop())

const thursday = new Date('2026-03-12T09:00:00Z')
/** Thursday 12 March 2026, by a clock in Paris. */
const paris = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 12, hour - 1, minute))
const tell = (operator: TestOperator, { userId }: TestActor, when: Date, organisation = 'Les Tilleuls') =>
  operator.inside(({ tx }) =>
    notify(tx, operator.id, when, {
      userId,
      kind: 'follow-up.answered',
      accompanimentId: null,
      data: { organisation, number: '2026-45-0001' },
      address: `/o/${operator.slug}/accompagnements/2026-45-0001/suivi`,
    }),
  )
/** What the workers do at that instant. */
async function work(operator: TestOperator, when: Date): Promise<void> {
  await perform(sweepDigests, operator.id, {}, { clock: () => when })
  await perform(sendDueMessages, operator.id, {}, { clock: () => when })
}
const textOf = (content = '') => {
  const [, body = ''] = /text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--(?!\r?\n)/.exec(content) ?? []
  const bytes = body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`)
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))
}
const header = (content: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'm')
    .exec(content)?.[1]
    ?.replaceAll(/\r?\n[ \t]+/g, ' ')
    .trim()
const mails = () => mailServer.received.map(({ content }) => textOf(content))

describe('the digest of a member', () => {
  test('leaves at her hour, once, with what she has not opened, and not without news', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await work(operator, paris(7, 59))
    expect(mailServer.received).toHaveLength(0)
    await work(operator, paris(8))
    await work(operator, paris(8, 10))
    expect(mails()).toHaveLength(1)
    expect(mails()[0]).toContain('Les Tilleuls a répondu au suivi')
    expect(mails()[0]).toContain(`/o/${operator.slug}/accompagnements/2026-45-0001/suivi`)
    // Nothing since: no message the next day, though she has not opened it.
    await work(operator, at('2026-03-13')())
    expect(mails()).toHaveLength(1)
  })

  test('carries what came after its hour on the next day, beside what still waits', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await work(operator, paris(8))
    await tell(operator, practitioner, paris(9), 'Les Acacias')
    await work(operator, paris(18))
    expect(mails()).toHaveLength(1)
    await work(operator, at('2026-03-13')())
    expect(mails()).toHaveLength(2)
    expect(mails()[1]).toMatch(/Les Acacias[\s\S]*Les Tilleuls/)
  })

  test('leaves after days without workers, once', async ({ operator }) => {
    await tell(operator, await operator.practitioner(), at('2026-03-03')())
    await work(operator, paris(10))
    await work(operator, paris(11))
    expect(mails()).toHaveLength(1)
  })

  test('says nothing of what she has opened since it was planned', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await perform(sweepDigests, operator.id, {}, { clock: () => paris(8) })
    await operator.inside(({ tx }) =>
      tx.update(notifications).set({ readAt: thursday }).where(eq(notifications.operatorId, operator.id)),
    )
    await perform(sendDueMessages, operator.id, {}, { clock: () => paris(8, 5) })
    expect(mailServer.received).toHaveLength(0)
    expect((await ledger(operator))[0]).toMatchObject({ state: 'cancelled', failure: 'settled' })
  })

  test('holds five things at most, says once what a rule asks of many, and leads to the rest', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    for (let at = 0; at < 7; at += 1) await tell(operator, practitioner, paris(7), `Structure ${at}`)
    await work(operator, paris(8))
    expect(mails()[0]?.match(/Structure \d/g)).toHaveLength(5)
    expect(mails()[0]).toContain('Voir les 2 autres')
    expect(mails()[0]).toContain(`/o/${operator.slug}/notifications`)
  })

  test('keeps no reminder that is settled, and its notice is read', async ({ operator }) => {
    const { settle } = await ruledSubjects.R01(operator)
    const manager = await operator.manager()
    await manager.must(chooseDigest, { rhythm: 'daily', weekday: '1', hour: '8' })
    await perform(sweepReminders, operator.id, {}, { clock: at('2026-03-12') })
    const unread = async () =>
      (await operator.inside(({ tx }) => tx.select().from(notifications))).filter(
        ({ operatorId, readAt }) => operatorId === operator.id && readAt === null,
      )
    expect(await unread()).not.toEqual([])
    await perform(sweepDigests, operator.id, {}, { clock: at('2026-03-13') })
    await settle()
    await perform(sendDueMessages, operator.id, {}, { clock: at('2026-03-13') })
    expect(mailServer.received).toHaveLength(0)
    await perform(sweepReminders, operator.id, {}, { clock: at('2026-03-13') })
    expect(await unread()).toEqual([])
  })

  test('is weekly for a manager, and follows what each chooses', async ({ operator }) => {
    const manager = await operator.manager()
    const never = await operator.practitioner()
    const late = await operator.practitioner()
    await never.must(chooseDigest, { rhythm: 'never', weekday: '1', hour: '8' })
    await late.must(chooseDigest, { rhythm: 'daily', weekday: '1', hour: '17' })
    for (const one of [manager, never, late]) await tell(operator, one, paris(7))
    await work(operator, paris(16, 59))
    expect(mails()).toHaveLength(0)
    await work(operator, paris(17))
    expect(mailServer.received.map(({ to }) => to)).toEqual([[`${late.userId}@test.example`]])
    // Monday 16 March.
    await work(operator, at('2026-03-16')())
    expect(mailServer.received.map(({ to }) => to[0])).toContain(`${manager.userId}@test.example`)
    expect(mails()).toHaveLength(2)
    expect(await late.read(notificationPage)).toMatchObject({
      value: { digest: { rhythm: 'daily', weekday: 1, hour: 17 } },
    })
  })

  test('of who is away goes to whoever stands in for her, and none to her', async ({ operator }) => {
    const absent = await operator.user('practitioner', { name: 'Camille Roux' })
    const delegate = await operator.practitioner()
    await tell(operator, absent, paris(7))
    await operator.inside(({ tx }) =>
      tx.insert(absences).values({
        operatorId: operator.id,
        id: newId(),
        userId: absent.userId,
        delegateId: delegate.userId,
        fromOn: '2026-03-10',
        toOn: '2026-03-20',
      }),
    )
    await work(operator, paris(8))
    expect(mailServer.received.map(({ to }) => to)).toEqual([[`${delegate.userId}@test.example`]])
    expect(mails()[0]).toContain('En l’absence de Camille Roux')
    // Back, she is not told again.
    await work(operator, at('2026-03-23')())
    expect(mails()).toHaveLength(1)
  })

  test('does not leave to who is of the team no more', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await perform(sweepDigests, operator.id, {}, { clock: () => paris(8) })
    await operator.inside(({ tx }) =>
      tx
        .update(grants)
        .set({ revokedAt: thursday })
        .where(and(eq(grants.operatorId, operator.id), eq(grants.userId, practitioner.userId))),
    )
    await perform(sendDueMessages, operator.id, {}, { clock: () => paris(8, 5) })
    expect(mailServer.received).toHaveLength(0)
    expect((await ledger(operator))[0]).toMatchObject({ state: 'cancelled', failure: 'revoked' })
  })

  test('does not leave to who stopped it once it was planned', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await perform(sweepDigests, operator.id, {}, { clock: () => paris(8) })
    await practitioner.must(chooseDigest, { rhythm: 'never', weekday: '1', hour: '8' })
    await perform(sendDueMessages, operator.id, {}, { clock: () => paris(8, 5) })
    expect((await ledger(operator))[0]).toMatchObject({ state: 'cancelled', failure: 'unwanted' })
  })
})

describe('the way out of a digest', () => {
  test('is in its headers and at its foot, the same link, which asks before it stops (RFC 8058)', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    await tell(operator, practitioner, paris(7))
    await work(operator, paris(8))
    const content = mailServer.received[0]?.content ?? ''
    expect(header(content, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    const token = /\/arret\/([\w-]{40,})>$/.exec(header(content, 'List-Unsubscribe') ?? '')?.[1] ?? ''
    expect(mails()[0]).toContain(`/r/${token}`)
    const contact = operator.contact(token)
    expect(await contact.read(personalLinkPage)).toMatchObject({
      value: { purpose: 'digest', digest: { isStopped: false } },
    })
    await contact.must(stopDigestByLink, {})
    expect(await contact.read(personalLinkPage)).toMatchObject({ value: { digest: { isStopped: true } } })
    await tell(operator, practitioner, paris(9))
    await work(operator, at('2026-03-13')())
    expect(mailServer.received).toHaveLength(1)
    expect((await ledger(operator))[0]?.rendered).not.toContain(token)
  })

  test('is not there for any other message', async ({ operator }) => {
    const { userId } = await operator.practitioner()
    const message = 'member.invitation' as const
    await plan(operator, { key: 'one', message, payload: { userId }, recipient: 'a@b.example' })
    await perform(sendDueMessages, operator.id, {}, { clock: () => paris(10) })
    expect(mailServer.received[0]?.content).toMatch(/^Subject:/m)
    expect(header(mailServer.received[0]?.content ?? '', 'List-Unsubscribe')).toBeUndefined()
  })
})
