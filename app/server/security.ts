import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

/** The headers that are the same on every response (reliability WEB-03). */
export function fixedHeaders(https: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}

/** Security headers of every response; the nonce is new each time (reliability WEB-01, WEB-03). */
export function securityHeaders({ https }: { https: boolean }) {
  return (request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    response.locals.requestId = randomBytes(8).toString('hex')
    for (const [name, value] of Object.entries(fixedHeaders(https))) response.setHeader(name, value)
    response.setHeader('Content-Security-Policy', policy(nonce, https))
    // A calendar program asks whether its copy still holds, which it may not even keep otherwise.
    if (/^\/agenda\//i.test(request.path)) response.setHeader('Cache-Control', 'private, no-cache')
    // The address of a personal link, or of a mail's link, is its secret: no Referer carries it. Not `no-referrer`: a form
    // sent from there without JavaScript would say `Origin: null`, which is refused.
    if (/^\/(r|mot-de-passe)\//i.test(request.path)) response.setHeader('Referrer-Policy', 'strict-origin')
    next()
  }
}

/** The addresses that a site may show in a frame, when their operator lists it; nothing there reads or sets a cookie. */
export const isFrameable = (path: string) => /^\/demande\/[\w-]+\/?$/i.test(path)

/** Writes the policy again with these ancestors; `X-Frame-Options` cannot name any, and would refuse them all. */
export function allowFraming(response: Response, origins: readonly string[], { https }: { https: boolean }): void {
  if (origins.length === 0) return
  response.removeHeader('X-Frame-Options')
  response.setHeader('Content-Security-Policy', policy(String(response.locals.nonce), https, origins.join(' ')))
}

function policy(nonce: string, https: boolean, ancestors = "'none'"): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Style attributes are how React writes widths of charts; no style element without the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Posted to by mailboxes, which are no browser (RFC 8058): its secret is in the address, and no cookie is read. */
const isOneClick = (path: string) => /^\/arret\/[\w-]{20,100}$/.test(path)

/**
 * Unsafe methods must come from this site: `Sec-Fetch-Site` when the browser says it, and an `Origin` that is ours.
 * Neither = refused, since every browser sends at least one with a form (reliability WEB-02).
 */
export function sameSiteOnly({ origins }: { origins: (request: Request) => readonly string[] }) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (isOneClick(request.path)) return next()
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const foreignSite = site !== undefined && site !== 'same-origin'
    const foreignOrigin = origin !== undefined ? !origins(request).includes(origin) : site === undefined
    if (foreignSite || foreignOrigin)
      return response.status(403).type('text/plain').send('Cette demande ne vient pas de ce site.\n')
    next()
  }
}

/**
 * Refuses a body over the limit while it streams, whatever its Content-Length says (reliability FIL-01). The rest is read
 * and thrown away before answering, so that the browser hears why; what goes on beyond `hopeless` is cut.
 */
export function limitedBody({ maxBytes: limitOf }: { maxBytes: (request: Request) => number }) {
  return (request: Request, response: Response, next: NextFunction) => {
    const maxBytes = limitOf(request)
    const hopeless = maxBytes * 4
    let received = 0
    let refused = Number(request.get('content-length') ?? 0) > maxBytes
    const count = (chunk: Buffer) => {
      received += chunk.length
      if (received > hopeless) request.destroy()
      return received > maxBytes
    }
    // A refusal that leaves before the end of what is sent (unknown address, sign-in ended, type that no form has) leaves its
    // reader paused: the next request of that connection would wait behind the rest until the time-out cuts both.
    response.once('finish', () => {
      if (!request.readableEnded) request.removeAllListeners('data').on('data', count).resume()
    })
    const answer = () => {
      if (!response.headersSent) response.status(413).type('text/plain').send('L’envoi est trop volumineux.\n')
    }
    if (refused) {
      request.on('data', count).on('end', answer)
      return
    }
    const emit = request.emit.bind(request)
    request.emit = (event: string | symbol, ...args: unknown[]) => {
      const [chunk] = args
      if (event === 'data' && chunk instanceof Buffer && count(chunk)) {
        refused = true
        return false
      }
      // What was begun with this body fails as a request that ended too early.
      if (event === 'end' && refused) {
        answer()
        return emit('error', new Error('body over the limit'))
      }
      return emit(event, ...args)
    }
    next()
  }
}

/** Addresses that no browser of ours sends: answered before anything is looked up. */
export function knownMethods(request: Request, response: Response, next: NextFunction) {
  if (['GET', 'HEAD', 'POST'].includes(request.method)) return next()
  response.status(405).set('Allow', 'GET, HEAD, POST').end()
}
