import type { Locale } from '#app/i18n/words.ts'
import { isLocale } from '#app/i18n/words.ts'
import { identity } from './identity.server.ts'

export type CurrentSignIn = {
  signInId: string
  userId: string
  name: string
  email: string
  locale: Locale
}

/** Who holds the cookie of this request; read from its row each time, so that a revocation is felt at the next request. */
export async function currentSignIn(request: Request): Promise<CurrentSignIn | null> {
  const found = await identity().api.getSession({ headers: request.headers })
  if (!found || found.user.deactivatedAt) return null
  const { locale } = found.user
  return {
    signInId: found.session.id,
    userId: found.user.id,
    name: found.user.name,
    email: found.user.email,
    locale: isLocale(locale) ? locale : 'fr',
  }
}
