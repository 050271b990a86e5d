import { beforeEach, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { withClient } from '#tests/harness/connection.ts'
import { createWaitingWaves, ledger, planWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'

let mailServer: MailServer
beforeEach(async () => {
  mailServer = await MailServer.start()
  provideEnvironment({ SMTP_URL: mailServer.url, WORKER_MINUTE_MS: '60000' })
  return () => mailServer.stop()
})

const run = (operator: { id: string }) =>
  perform(sendDueMessages, operator.id, {}, { clock: () => new Date('2026-03-12T09:30:00Z') })

test('a case that somebody holds keeps no letter of another from leaving, and its own leaves afterwards', async ({
  operator,
  databaseUrl,
}) => {
  const waves = await createWaitingWaves(operator, 30)
  await planWaves(operator, waves)
  const [held, ...others] = waves
  await withClient(databaseUrl, async client => {
    await client.query('begin')
    await client.query('select from follow_ups where id = $1 for update', [held?.followUpId])
    await expect(run(operator)).rejects.toThrow()
    await client.query('rollback')
  })
  const recipients = () => mailServer.received.map(({ to }) => to[0]).sort()
  expect(recipients()).toEqual(others.map(({ recipient }) => recipient).sort())
  await run(operator)
  expect(recipients()).toEqual(waves.map(({ recipient }) => recipient).sort())
  expect(new Set((await ledger(operator)).map(({ attempts }) => attempts))).toEqual(new Set([1]))
})
