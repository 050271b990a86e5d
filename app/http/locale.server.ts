import { isHttps } from '#app/env.server.ts'
import { isLocale, type Locale } from '#app/i18n/words.ts'

const localeCookieName = 'langue'

/** The cookie's language, else the first one that the browser asks for and we have, else French. */
export function localeOf(request: Request): Locale {
  const cookie = request.headers.get('cookie')?.match(/(?:^|;\s*)langue=([a-z]{2})/)?.[1]
  return isLocale(cookie) ? cookie : browserLocale(request)
}

/** The language that the address asks for, else the browser's: for pages that read no cookie. */
export function askedLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('langue')
  return isLocale(asked) ? asked : browserLocale(request)
}

function browserLocale(request: Request): Locale {
  for (const part of (request.headers.get('accept-language') ?? '').slice(0, 200).split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (isLocale(code)) return code
  }
  return 'fr'
}

export const localeCookie = (locale: Locale) =>
  `${localeCookieName}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`
