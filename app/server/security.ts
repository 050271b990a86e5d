import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

/** Security headers of every response; the nonce is new each time (reliability WEB-01, WEB-03). */
export function securityHeaders({ https }: { https: boolean }) {
  return (request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    response.locals.requestId = randomBytes(8).toString('hex')
    response.setHeader('Content-Security-Policy', policy(nonce, https))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    // A personal link's address is its secret: it goes to nobody.
    response.setHeader('Referrer-Policy', request.path.startsWith('/r/') ? 'no-referrer' : 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader(
      'Permissions-Policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    )
    response.setHeader('X-Frame-Options', 'DENY')
    response.setHeader('Cache-Control', 'no-store')
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}

function policy(nonce: string, https: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Style attributes are how React writes widths of charts; no style element without the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/**
 * Unsafe methods must come from this site: `Sec-Fetch-Site` when the browser says it, and an `Origin` that is ours.
 * Neither = refused, since every browser sends at least one with a form (reliability WEB-02).
 */
export function sameSiteOnly({ origins }: { origins: (request: Request) => readonly string[] }) {
  return (request: Request, response: Response, next: NextFunction) => {
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

/** Refuses a body over the limit while it streams, whatever its Content-Length says (reliability FIL-01). */
export function limitedBody({ maxBytes }: { maxBytes: number }) {
  return (request: Request, response: Response, next: NextFunction) => {
    const tooLarge = () => {
      if (!response.headersSent)
        response.status(413).set('Connection', 'close').type('text/plain').send('L’envoi est trop volumineux.\n')
      request.unpipe()
      request.resume()
    }
    if (Number(request.get('content-length') ?? 0) > maxBytes) return tooLarge()
    let received = 0
    const emit = request.emit.bind(request)
    request.emit = (event: string | symbol, ...args: unknown[]) => {
      if (event === 'data' && args[0] instanceof Buffer) {
        received += args[0].length
        if (received > maxBytes) {
          tooLarge()
          request.destroy()
          return false
        }
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
