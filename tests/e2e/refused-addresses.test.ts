import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { withClient } from '../harness/connection.ts'
import { Visitor } from '../harness/visitor.ts'

let database: EmbeddedDatabase
let web: ChildProcess
let address: string
let written = ''

/** A web server of its own over the same rows, whose log is read as whoever runs the product reads it. */
beforeAll(async () => {
  const { dataDir } = inject('product')
  database = await ensureDatabase({ dataDir })
  const { PATH, HOME } = process.env
  web = fork('app/server/main.ts', {
    execArgv: ['--import', 'tsx'],
    silent: true,
    env: {
      PATH,
      HOME,
      NODE_ENV: 'development',
      DATABASE_URL: database.url,
      APP_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
  })
  web.stderr?.on('data', (chunk: Buffer) => (written += chunk))
  const [said] = await once(web, 'message')
  address = `http://localhost:${said.ready}`
})
afterAll(async () => {
  if (web && web.exitCode === null) {
    const ended = once(web, 'exit')
    web.kill('SIGTERM')
    await ended
  }
  await database?.release()
})

type Line = { msg: string; userId: string; operatorId: string | null; method: string; address: string; time: string }
const lines = (): Line[] =>
  written
    .split('\n')
    .filter(line => line.startsWith('{') && line.endsWith('}'))
    .map(line => JSON.parse(line))
const linesWhen = async (count: number) => {
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(count)
  return lines()
}

async function asked(email: string, paths: readonly string[]): Promise<void> {
  const visitor = new Visitor(address, email)
  await visitor.signIn(email, demonstrationPassword)
  for (const path of paths) expect((await visitor.get(path)).status, path).toBe(404)
}

it('an address outside her spaces is written once, with ids and words of ours only', async () => {
  const ids = await withClient(database.url, async client => {
    const people = await client.query<{ id: string }>(`select id from users where email = 'consultant@demo.example'`)
    const operators = await client.query<{ id: string }>(`select id from operators where slug = 'dla-demo'`)
    return { userId: people.rows[0]?.id, operatorId: operators.rows[0]?.id }
  })
  await new Visitor(address, 'a passer-by').get('/o/dla-demo/equipe')
  await asked('consultant@demo.example', [
    '/o/dla-demo/accompagnements/2026-0001',
    '/o/dla-demo/equipe.data',
    '/consultant/dla-demo/missions/0198c2f4-7b1c-7d6e-8a43-000000000000',
    '/consultant/jeanne.martin@example.org',
    '/o/personne/0612345678?nom=Jeanne%20Martin',
    '/nulle-part/%0A%7B%22level%22%3A60%7D',
  ])
  const known = await linesWhen(6)
  // Each is written once its answer has left: two may come in the other order.
  const told = known.map(({ method, address, operatorId }) => `${method} ${address} ${operatorId}`)
  expect(told.sort()).toEqual([
    'GET /:/: null',
    'GET /consultant/: null',
    `GET /consultant/:/missions/: ${ids.operatorId}`,
    'GET /o/:/: null',
    `GET /o/:/accompagnements/: ${ids.operatorId}`,
    `GET /o/:/equipe ${ids.operatorId}`,
  ])
  for (const { userId, time, msg } of known) {
    expect({ userId, msg }).toEqual({ userId: ids.userId, msg: 'address refused' })
    expect(new Date(time).getTime()).not.toBeNaN()
  }
  expect(written).not.toMatch(/jeanne|martin|0612345678|2026-0001|dla-demo|personne/i)
})

it('somebody who tries many is written about twenty times, then once to say that the rest is not', async () => {
  const before = lines().length
  await asked('funder@demo.example', Array(30).fill('/o/dla-demo/rapports'))
  const own = (await linesWhen(before + 21)).slice(before)
  expect(own.filter(({ msg }) => msg === 'address refused')).toHaveLength(20)
  expect(own.filter(({ msg }) => msg.endsWith('of this person are not written'))).toHaveLength(1)
})
