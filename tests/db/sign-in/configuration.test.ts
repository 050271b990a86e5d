import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { type Environment, productionProblems, provideEnvironment } from '#app/env.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { databaseStandingProblems } from '#db/role-check.ts'
import { type RuntimeRole, roleUrl } from '#db/roles.ts'
import { execute, SECRET } from '../../harness/connection.ts'
import { test } from '../../harness/operator.ts'

type Settings = Partial<Record<Exclude<keyof Environment, 'NODE_ENV'>, string>>

/** A process of production with these settings and no other: what it wrote, and how it ended. Stopped if it starts. */
async function started(program: string, settings: Settings): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'sillage-configuration-'))
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH, HOME, NODE_ENV: 'production', DATA_DIR, PORT: '0', LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
      if (/ready|EADDR/.test(said)) child.kill('SIGTERM')
    })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, said }
}

const web = 'app/server/main.ts'
const workers = 'workers/main.ts'
const goodSecret = 'Qz7vK2mXw9RtB4nLp6YcH8dFj3GsUe5A1oVi'

/** Settings with which production starts, on the database of this file. */
const good = (databaseUrl: string): Settings => ({
  DATABASE_URL: databaseUrl,
  APP_SECRET: goodSecret,
  PUBLIC_URL: 'https://sillage.example',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Sillage <no-reply@sillage.example>',
  TRUST_PROXY: '1',
})

/** Each wrong in one way; what the refusal must name. */
const bad: Record<string, [change: Settings, named: RegExp]> = {
  'no secret': [{ APP_SECRET: '' }, /APP_SECRET manque/],
  'a short secret': [{ APP_SECRET: 'Qz7vK2mXw9RtB4nL' }, /APP_SECRET/],
  'a repeated secret': [{ APP_SECRET: 'abcd'.repeat(10) }, /APP_SECRET est trop simple/],
  'a secret that one types': [
    { APP_SECRET: 'change-me-please-this-is-a-secret-value-42' },
    /APP_SECRET est trop simple/,
  ],
  'no database': [{ DATABASE_URL: '' }, /DATABASE_URL manque/],
  'a database with the password of every tutorial': [
    { DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1:1/sillage' },
    /DATABASE_URL porte un mot de passe/,
  ],
  'no public address': [{ PUBLIC_URL: '' }, /PUBLIC_URL manque/],
  'a public address without https': [{ PUBLIC_URL: 'http://sillage.example' }, /PUBLIC_URL doit commencer par https/],
  'a public address with a path': [{ PUBLIC_URL: 'https://example.org/sillage' }, /PUBLIC_URL ne porte/],
  'a register of companies without https': [
    { COMPANY_SEARCH_URL: 'http://recherche.example' },
    /COMPANY_SEARCH_URL doit commencer par https/,
  ],
  'no mail server': [{ SMTP_URL: '' }, /SMTP_URL manque/],
  'no sender': [{ MAIL_FROM: '' }, /MAIL_FROM manque/],
  'no proxy, though https ends somewhere': [{ TRUST_PROXY: '' }, /TRUST_PROXY manque/],
  'the demonstration': [{ DEMONSTRATION: 'true' }, /DEMONSTRATION/],
  'a clock that is moved': [{ CLOCK_SHIFT_MS: '60000' }, /CLOCK_SHIFT_MS/],
  'a port that is none': [{ PORT: '99999' }, /PORT/],
}

/** What the process would say before it ends. */
function problemsWith(settings: Settings): string {
  // A process that is not told is a production one.
  provideEnvironment({
    NODE_ENV: '',
    LOCAL: '',
    LOG_LEVEL: 'silent',
    CLOCK_SHIFT_MS: '',
    DEMONSTRATION: '',
    PORT: '',
    COMPANY_SEARCH_URL: '',
    ...settings,
  })
  try {
    return [...productionProblems('web'), ...productionProblems('workers')].join('\n')
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const before = { ...process.env }
afterAll(() => provideEnvironment(before))

describe('SUP-06 a production process', () => {
  for (const [what, [change, named]] of Object.entries(bad))
    test(`does not start with ${what}`, ({ databaseUrl }) => {
      const said = problemsWith({ ...good(databaseUrl), ...change })
      expect(said).toMatch(named)
      // Nothing of the secrets is written.
      expect(said).not.toContain(goodSecret)
    })

  test('of one machine, as `npm start` runs it, is asked for neither https nor a mail server', ({ databaseUrl }) => {
    const alone = { PUBLIC_URL: '', SMTP_URL: '', MAIL_FROM: '', TRUST_PROXY: '', DEMONSTRATION: 'true' }
    expect(problemsWith({ ...good(databaseUrl), ...alone, LOCAL: 'true' })).toBe('')
    expect(problemsWith({ ...good(databaseUrl), ...alone, LOCAL: 'false' })).toContain('SMTP_URL manque')
  })

  test('has nothing to say of what is right', ({ databaseUrl }) => {
    expect(problemsWith(good(databaseUrl))).toBe('')
  })

  test('says everything that is wrong at once, and ends', async ({ databaseUrl }) => {
    const wrong = { PUBLIC_URL: '', SMTP_URL: '', MAIL_FROM: '', TRUST_PROXY: '' }
    for (const program of [web, workers]) {
      const { code, said } = await started(program, { ...good(databaseUrl), ...wrong })
      for (const name of Object.keys(wrong)) expect(said).toContain(name)
      expect(code).toBe(1)
    }
  }, 60_000)

  test('works as roles that see no more than they should, and only as them', async ({ databaseUrl }) => {
    const urls = (web: string) => ({ ...rightUrls(databaseUrl), web })
    const roles: Record<string, [make: (role: string) => string[], named: RegExp]> = {
      superuser: [role => [`alter role ${role} superuser`], /superutilisateur/],
      bypassing: [role => [`alter role ${role} bypassrls`], /BYPASSRLS/],
      creating: [role => [`alter role ${role} createrole`], /CREATEROLE/],
      owning: [
        role => [`create table public.kept_by_${role} ()`, `alter table public.kept_by_${role} owner to ${role}`],
        /possède des tables/,
      ],
    }
    for (const [name, [make, named]] of Object.entries(roles)) {
      const role = `wrong_${name}_${process.pid}`
      await execute(databaseUrl, `create role ${role} login password '${goodSecret}'`)
      for (const statement of make(role)) await execute(databaseUrl, statement)
      const url = Object.assign(new URL(databaseUrl), { username: role, password: goodSecret })
      expect((await standing(urls(url.href))).join('\n'), name).toMatch(named)
      await closeDatabase()
      await execute(databaseUrl, `drop owned by ${role}`)
      await execute(databaseUrl, `drop role ${role}`)
    }
    expect(await standing(rightUrls(databaseUrl))).toEqual([])
    const ahead = () => new Date(systemClock().getTime() + 3000)
    expect((await standing(rightUrls(databaseUrl), ahead)).join()).toMatch(/horloge/)
  })

  test('starts when nothing is wrong, and does not as the owner of the tables', async ({ databaseUrl }) => {
    const own = Object.fromEntries(
      Object.entries(rightUrls(databaseUrl)).map(([role, url]) => [`DATABASE_${role.toUpperCase()}_URL`, url]),
    )
    const queue = { QUEUE_DATABASE_URL: roleUrl(databaseUrl, 'queue', SECRET) }
    const settings = { ...good(databaseUrl), ...own, ...queue }
    expect((await started(workers, settings)).said).toContain('workers ready')
    const { code, said } = await started(workers, { ...settings, DATABASE_WORKER_URL: databaseUrl })
    expect(said).toMatch(/DATABASE_WORKER_URL.*superutilisateur/)
    expect(code).toBe(1)
  }, 60_000)
})

const rightUrls = (databaseUrl: string): Record<RuntimeRole, string> => ({
  web: roleUrl(databaseUrl, 'web', SECRET),
  worker: roleUrl(databaseUrl, 'worker', SECRET),
  relay: roleUrl(databaseUrl, 'relay', SECRET),
  identity: roleUrl(databaseUrl, 'identity', SECRET),
})

async function standing(urls: Record<RuntimeRole, string>, clock = systemClock): Promise<string[]> {
  await closeDatabase()
  configureDatabase(urls)
  return databaseStandingProblems(clock)
}
