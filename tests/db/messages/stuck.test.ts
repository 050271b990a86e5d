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

test('letters of which nothing can be written hold up no other, however many come first', async ({
  operator,
  databaseUrl,
}) => {
  const [first, second] = [await createWaitingWaves(operator, 90), await createWaitingWaves(operator, 5, 90)]
  await planWaves(operator, first)
  const stuck = (await ledger(operator)).map(({ id }) => id)
  await planWaves(operator, second)
  await withClient(databaseUrl, async client => {
    await client.query(`create function no_disk() returns trigger language plpgsql as
      $$ begin raise exception 'no disk' using errcode = '53100'; end $$`)
    await client.query(`create trigger stuck before update on sends for each row
      when (old.id in (${stuck.map(id => `'${id}'`).join(', ')})) execute function no_disk()`)
  })
  await expect(run(operator)).rejects.toThrow()
  expect(mailServer.received.map(({ to }) => to[0]).sort()).toEqual(second.map(({ recipient }) => recipient).sort())
  await withClient(databaseUrl, client => client.query('drop trigger stuck on sends'))
  await run(operator)
  expect(mailServer.received).toHaveLength(95)
  expect(new Set((await ledger(operator)).map(({ state }) => state))).toEqual(new Set(['sent']))
})
