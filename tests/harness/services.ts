import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#db/embedded/port.ts'
import { ensureDatabase } from '#db/embedded.ts'

export type Server = { url: string; stop(): Promise<void> }

/**
 * PostgreSQL for tests: TEST_DATABASE_URL (a superuser's), or a server of this checkout's own, which gives up durability
 * for speed and is shared by the test processes that run at the same time.
 */
export async function postgres(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8)
  const dataDir = join(tmpdir(), `sillage-tests-${userInfo().username}-${checkout}`)
  const start = () => ensureDatabase({ dataDir, durable: false })
  const database = await start().catch(async () => {
    // A machine that stopped under a server without fsync may have left files that no longer start.
    await rm(dataDir, { recursive: true, force: true })
    return start()
  })
  return { url: database.url, stop: database.release }
}

/** Redis for tests: TEST_REDIS_URL, or a server of its own that keeps nothing. */
export async function redis(): Promise<Server> {
  const given = process.env.TEST_REDIS_URL
  if (given) return { url: given, stop: async () => {} }
  await bring('redis-server', ['redis-server'])
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await freePort()
    const server = startRedis(port)
    if (await answersPing(port)) return { url: `redis://127.0.0.1:${port}`, stop: server.stop }
    await server.stop()
  }
  throw new Error('redis-server does not answer')
}

/** A Redis of a test's own, on a port that it may stop and start again. */
export async function startRedisOn(port: number): Promise<{ stop(): Promise<void> }> {
  await bring('redis-server', ['redis-server'])
  const server = startRedis(port)
  if (await answersPing(port)) return server
  await server.stop()
  throw new Error('redis-server does not answer')
}

/** The path of Debian's Chromium. */
export async function chromium(): Promise<string> {
  return bring('chromium', ['chromium'])
}

/** `pdftotext` and `pdfinfo`, with which tests read the documents that the product makes. */
export async function popplerUtils(): Promise<void> {
  await bring('poppler-utils', ['pdftotext', 'pdfinfo'])
}

/** The shell waits for its standard input to close and then stops Redis: however this process ends, Redis ends with it. */
function startRedis(port: number): { stop(): Promise<void> } {
  const script = 'redis-server "$@" </dev/null >/dev/null 2>&1 & server=$!; read -r _; kill $server; wait $server'
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()]
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...settings], { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise<void>(resolve => shell.once('close', () => resolve()))
  return {
    stop: async () => {
      shell.stdin.end()
      await ended
    },
  }
}

async function answersPing(port: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await new Promise<string>(resolve => {
      const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'))
      socket.once('data', data => socket.end() && resolve(data.toString()))
      socket.once('error', () => resolve(''))
    })
    if (answer.startsWith('+PONG')) return true
    await sleep(50)
  }
  return false
}

/** The path of the first program; installs the Debian package that holds them when one is missing and it is allowed. */
async function bring(debianPackage: string, programs: string[]): Promise<string> {
  const missing = () => programs.filter(program => find(program) === null)
  if (missing().length > 0 && process.getuid?.() === 0 && find('apt-get') !== null) {
    console.log(`Installing the Debian package ${debianPackage}…`)
    if (!(await install(debianPackage))) await apt(['update'])
    if (missing().length > 0) await install(debianPackage)
  }
  const path = find(programs[0] ?? '')
  if (path === null || missing().length > 0)
    throw new Error(`${missing().join(', ')} missing: install the Debian package ${debianPackage}, or its equivalent`)
  return path
}

function install(debianPackage: string): Promise<boolean> {
  return apt(['install', '-y', '--no-install-recommends', debianPackage])
}

function apt(args: string[]): Promise<boolean> {
  const patience = ['-o', 'DPkg::Lock::Timeout=120']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn('apt-get', ['-qq', ...patience, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise(resolve => child.once('close', code => resolve(code === 0)))
}

function find(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return join(folder, program)
    } catch {
      // Not in this folder.
    }
  }
  return null
}
