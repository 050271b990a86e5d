import { readFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import { databaseUrls, provideEnvironment } from '#app/env.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { refuseUnreadable, stopServer, webServer } from '#app/server/web.ts'
import { closeDatabase, configureDatabase, database } from '#db/client.ts'
import { ensureDatabase } from '#db/embedded.ts'
import { operators } from '#db/schema/operators.ts'
import { type OpenTenant, withTenant } from '#db/tenant.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer }
export type Ask = { method?: string; headers?: Record<string, string>; body?: string | Buffer; agent?: Agent }

export const publicAddress = 'https://sillage.example'

/**
 * The web server as production runs it, in this process: behind one proxy that ends TLS, under its public address, on the
 * database of the running product. `ask` speaks plain http to it, as that proxy does, and follows nothing.
 */
export async function httpsServer() {
  const { dataDir } = inject('product')
  const embedded = await ensureDatabase({ dataDir })
  provideEnvironment({
    NODE_ENV: 'production',
    DATABASE_URL: embedded.url,
    APP_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
    PUBLIC_URL: publicAddress,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
  })
  configureDatabase(databaseUrls())
  const build = await import(/* @vite-ignore */ pathToFileURL(resolve('build/server/index.js')).href)
  const server = webServer(build).listen(0, '127.0.0.1')
  server.on('clientError', refuseUnreadable)
  await new Promise(listening => server.once('listening', listening))
  const port = portOf(server)
  return {
    ask: (path: string, options: Ask = {}) => ask(port, path, options),
    raw: (bytes: string) => raw(port, bytes),
    inside,
    stop: async () => {
      await stopServer(server, 1000)
      await closeDatabase()
      await embedded.release()
    },
  }
}

/** A transaction of the demonstration's first operator as the system: to bring about what no screen can, and look at rows. */
async function inside<T>(work: (tenant: OpenTenant) => Promise<T>): Promise<T> {
  const [operator] = await database('worker')
    .select({ id: operators.id })
    .from(operators)
    .where(eq(operators.slug, 'dla-demo'))
  const door = { kind: 'system', operatorId: operator?.id ?? '' } as const
  const value = await withTenant<{ done: T }>(door, 'write', systemClock, async tenant => ({
    done: await work(tenant),
  }))
  if (!value) throw new Error('no demonstration')
  return value.done
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body, agent }: Ask): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { host: 'sillage.example', ...headers },
        agent: agent ?? false,
      },
      response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
            bytes: Buffer.concat(chunks),
          }),
        )
      },
    )
    sent.on('error', failed)
    sent.end(body)
  })
}

/** One connection, which the requests that name it share one after the other, as those of a proxy do. */
export const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 })

/** Bytes that no client library would send. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let said = ''
    socket.on('data', chunk => (said += chunk))
    socket.on('close', () => done(said))
    socket.on('error', failed)
  })
}

/** A form as a browser of this site sends it. */
export const form = (fields: Record<string, string>, headers: Record<string, string> = {}): Ask => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicAddress, ...headers },
  body: new URLSearchParams(fields).toString(),
})
