import { parse, serialize } from 'cookie'
import { isHttps } from '#app/env.server.ts'

const name = 'courriel'

/** The address typed at one step of signing in, for the next ones: in a cookie, so that it stands in no address and no log. */
export const typedEmailCookie = (email: string | null) =>
  serialize(name, email ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    maxAge: email ? 15 * 60 : 0,
  })

export const typedEmail = (request: Request): string =>
  (parse(request.headers.get('cookie') ?? '')[name] ?? '').slice(0, 254)
