import { Transform } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { databaseUrls } from '#app/env.server.ts'
import { retryAfterSeconds } from '#app/http/retry-after.ts'
import { log } from '#app/server/log.ts'
import { NonceContext } from '#app/ui/nonce.ts'
import { configureDatabase } from '#db/client.ts'

// The bundle has modules of its own: it is told here where the database is.
configureDatabase(databaseUrls())

/** A page that takes longer is cut; the connection of a reader who left is freed. */
const abortAfterMs = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
) {
  askToRetry(status, headers)
  return new Promise<Response>((resolve, reject) => {
    let code = status
    let shellSent = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        // Everything is rendered before the first byte: an error still changes the status, and no page needs scripts to fill in.
        [isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady']() {
          shellSent = true
          const body = withoutNul()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500
          if (shellSent)
            log.error({ err: error instanceof Error ? { name: error.name, stack: error.stack } : {} }, 'render failed')
        },
      },
    )
    setTimeout(abort, abortAfterMs).unref()
  })
}

/**
 * React 18 fills with NUL the end of a buffer in which an accented letter does not fit (facebook/react#24985): in an
 * attribute or a script a browser reads it as a letter of its own. No text of ours holds one.
 */
function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter(byte => byte !== 0)) : chunk)
    },
  })
}

export function handleDataRequest(response: Response): Response {
  askToRetry(response.status, response.headers)
  return response
}

/** What a loader throws carries its headers to no page, which is where programs look for this one. */
function askToRetry(status: number, headers: Headers): void {
  if (status === 503) headers.set('Retry-After', retryAfterSeconds)
}

/** Errors that no response explains: logged with the request's number, and nothing of its content. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  // What the router itself refuses, an address that it cannot match, is an answer and no failure of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  log.error(
    { requestId: context.requestId, err: error instanceof Error ? { name: error.name, stack: error.stack } : {} },
    'request failed',
  )
}
