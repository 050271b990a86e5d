import type { Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import expressStaticGzip from 'express-static-gzip'
import { env, isHttps, publicUrl } from '#app/env.server.ts'
import { maxFormBytes, maxPhotoFormBytes, takesPhotos } from '#app/http/form-limits.ts'
import { isReady } from './health.ts'
import { log } from './log.ts'
import {
  allowFraming,
  fixedHeaders,
  isFrameable,
  knownMethods,
  limitedBody,
  sameSiteOnly,
  securityHeaders,
} from './security.ts'
import { strangersLogged } from './strangers.ts'

const client = fileURLToPath(new URL('../../build/client', import.meta.url))

/** The web server around Remix: what every response gets, whatever the page. */
export function webServer(build: ServerBuild): express.Express {
  const https = isHttps()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env().TRUST_PROXY)
  app.use(securityHeaders({ https }))
  app.get('/sante/live', (_request, response) => void response.type('text/plain').send('ok\n'))
  app.get('/sante/ready', async (_request, response) => {
    const ready = await isReady()
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ok\n' : 'base de données injoignable\n')
  })
  app.use(knownMethods)
  app.use(sameSiteOnly({ origins: request => ownOrigins(request.get('host')) }))
  app.use(compression())
  app.use(
    '/assets',
    expressStaticGzip(`${client}/assets`, {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      serveStatic: { ...files, immutable: true, maxAge: '1y', fallthrough: false },
    }),
  )
  app.use(express.static(client, { ...files, maxAge: '1h', index: false, dotfiles: 'ignore' }))
  app.use(limitedBody({ maxBytes: ({ path }) => (takesPhotos(path) ? maxPhotoFormBytes : maxFormBytes) }))
  app.use(strangersLogged(build.routes))
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        nonce: String(response.locals.nonce),
        requestId: String(response.locals.requestId),
        clientAddress: request.ip ?? '',
        frameBy: origins => {
          if (isFrameable(request.path)) allowFraming(response, origins, { https })
        },
      }),
    }),
  )
  app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    const status = statusOf(error)
    if (status >= 500)
      log.error(
        {
          requestId: response.locals.requestId,
          err: error instanceof Error ? { name: error.name, stack: error.stack } : {},
        },
        'request failed',
      )
    if (response.headersSent) return void response.destroy()
    response
      .status(status)
      .type('text/plain')
      .send(
        status === 404
          ? 'Cette page n’existe pas.\n'
          : status < 500
            ? 'Demande incorrecte.\n'
            : 'Quelque chose n’a pas fonctionné.\n',
      )
  })
  return app
}

type Headed = { setHeader(name: string, value: string): unknown; removeHeader(name: string): unknown }

/** Files that anybody may keep: nothing of a page's nonce in them, and nothing runs when one is opened by itself. */
const files = {
  redirect: false,
  setHeaders: (response: Headed, path: string) => {
    // What pages say; the file's own age is only written when nothing stands there.
    response.removeHeader('Cache-Control')
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    if (path.endsWith('/consultant/service-worker.js')) runsBesidePages(response)
  },
} as const

/** A consultant's pages have it run beside them, `/consultant` itself too; it fetches from here and from nowhere else. */
function runsBesidePages(response: Headed): void {
  response.setHeader('Service-Worker-Allowed', '/consultant')
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Content-Security-Policy', "default-src 'none'; connect-src 'self'; frame-ancestors 'none'")
}

/** The public address; in the demonstration also the loopback names under which the same server is reached. */
function ownOrigins(host: string | undefined): string[] {
  const own = new URL(publicUrl())
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '')
  return isLoopback && own.protocol === 'http:' ? [own.origin, `http://${host}`] : [own.origin]
}

function statusOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number')
    return error.status
  return error instanceof URIError ? 400 : 500
}

/** What cannot be read as a request is answered below Express: with the same headers, and nothing of what was sent. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  // A refusal that left before the end of what was sent: a second answer would be read as data of the first.
  const isAnswered = socket instanceof Socket && socket.bytesWritten > 0
  if (!socket.writable || isAnswered || error.code === 'ECONNRESET') return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const headers = Object.entries({ ...fixedHeaders(isHttps()), Connection: 'close' })
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}

/** Stops taking requests, lets those under way end, then cuts what is left (reliability JOB-14). */
export async function stopServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
