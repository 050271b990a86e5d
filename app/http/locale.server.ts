import { isHttps } from '#app/env.server.ts'
import { isLocale, type Locale } from '#app/i18n/words.ts'

const localeCookieName = 'langue'

/** The cookie's language, else the first one that the browser asks for and we have, else French. */
export function localeOf(request: Request): Locale {
  const cookie = request.headers.get('cookie')?.match(/(?:^|;\s*)langue=([a-z]{2})/)?.[1]
  if (isLocale(cookie)) return cookie
  for (const part of (request.headers.get('accept-language') ?? '').slice(0, 200).split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (isLocale(code)) return code
  }
  return 'fr'
}

export const localeCookie = (locale: Locale) =>
  `${localeCookieName}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`
