import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { deliver } from '#app/features/messages/mailer.server.ts'
import { MailServer } from '#tests/harness/mail-server.ts'

let mailServer: MailServer
beforeEach(async () => {
  mailServer = await MailServer.start()
  provideEnvironment({ SMTP_URL: mailServer.url })
  return () => mailServer.stop()
})

const post = (name: string, beforeEnd = () => Promise.resolve(true)) =>
  deliver(
    {
      ...{ fromName: 'DLA', subject: name, html: '<p>x</p>', text: 'x' },
      ...{ messageId: `<${name}@test.example>`, to: `${name}@structure.example` },
    },
    beforeEnd,
  )

const subjects = () => mailServer.received.map(({ subject }) => subject)

describe('the mails of a run', () => {
  test('leave one after the other on one connection, and on another after a hundred', async () => {
    for (let n = 0; n < 101; n++) expect(await post(`m${n}`)).toEqual({ kind: 'delivered' })
    expect(mailServer.received).toHaveLength(101)
    expect(mailServer.connections).toBe(2)
  })

  test('leave on as many connections as there are mails at once', async () => {
    await Promise.all(['a', 'b', 'c'].map(name => post(name)))
    await Promise.all(['d', 'e', 'f'].map(name => post(name)))
    expect(subjects().sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(mailServer.connections).toBe(3)
  })

  test('leave on a new connection, once, when the server closed the one that waited', async () => {
    await post('first')
    mailServer.hangUp()
    expect(await post('second')).toEqual({ kind: 'delivered' })
    await post('third')
    await sleep(50)
    mailServer.hangUp()
    // Noticed only when something is said.
    expect(await post('fourth')).toEqual({ kind: 'delivered' })
    expect(subjects()).toEqual(['first', 'second', 'third', 'fourth'])
  })

  for (const code of [421, 452])
    test(`leave on a new connection when the server takes no more on this one (${code})`, async () => {
      let mails = 0
      mailServer.refuseSender = () => {
        mails += 1
        return mails === 2 ? code : null
      }
      await post('first')
      expect(await post('second')).toEqual({ kind: 'delivered' })
      expect(subjects()).toEqual(['first', 'second'])
      expect(mailServer.connections).toBe(2)
    })

  test('are not given again once their end was given, whatever became of the connection', async () => {
    await post('first')
    mailServer.answer = () => ({ kind: 'take-and-cut' })
    expect(await post('second')).toMatchObject({ kind: 'unknown' })
    expect(subjects()).toEqual(['first', 'second'])
  })

  test('leave nothing of one that was withdrawn on the connection of the next', async () => {
    await post('first')
    expect(await post('withdrawn', () => Promise.resolve(false))).toEqual({ kind: 'withdrawn' })
    await post('next')
    mailServer.refuseRecipient = address => (address.startsWith('nobody') ? 550 : null)
    expect(await post('nobody')).toMatchObject({ kind: 'refused' })
    expect(await post('last')).toEqual({ kind: 'delivered' })
    expect(subjects()).toEqual(['first', 'next', 'last'])
    // Neither of the two that failed is left open, nor the one that waited in vain.
    await expect.poll(() => mailServer.open, { timeout: 20_000 }).toBe(0)
  })
})
