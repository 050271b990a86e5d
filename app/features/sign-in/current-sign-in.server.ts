import { parse } from 'cookie'
import { sha256 } from '#app/access/sha256.server.ts'
import { isLocale, type Locale } from '#app/i18n/words.ts'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { readIdentity } from '#db/identity.ts'
import { signInCookie } from './identity.server.ts'
import { noteUseAfterMs, signInHours } from './sign-in-rules.ts'
import { findSignIn, noteUse, type SignInRow } from './sign-ins.store.server.ts'

export type CurrentSignIn = Omit<SignInRow, 'locale'> & {
  locale: Locale
  secondFactor: boolean
}

/** One reading of the row per request, whatever the number of loaders; never beyond, so that a revocation is felt at once. */
const byRequest = new WeakMap<object, Promise<CurrentSignIn | null>>()

type Asked = { request: Request; context?: object }

/** Who holds the cookie of this request, second factor or not yet. */
export function foundSignIn({ request, context }: Asked, clock: Clock = systemClock): Promise<CurrentSignIn | null> {
  const known = context && byRequest.get(context)
  if (known) return known
  const found = readSignIn(request, clock())
  if (context) byRequest.set(context, found)
  return found
}

/** Who is signed in: everything that her account asks for has been proved. */
export async function currentSignIn(asked: Asked, clock: Clock = systemClock): Promise<CurrentSignIn | null> {
  const found = await foundSignIn(asked, clock)
  return found && isComplete(found) ? found : null
}

export const isComplete = (signIn: CurrentSignIn) => signIn.secondFactor || !signIn.hasSecondFactor

/** The hash under which the sign-in of a cookie is kept. The cookie's signature adds nothing to 190 random bits. */
export function tokenHashOf(headers: Headers): string | null {
  const token = parse(headers.get('cookie') ?? '')[signInCookie()]?.split('.')[0]
  return token ? sha256(token) : null
}

export const idleSince = (now: Date) => new Date(now.getTime() - signInHours.idle * 3_600_000)

async function readSignIn(request: Request, now: Date): Promise<CurrentSignIn | null> {
  const tokenHash = tokenHashOf(request.headers)
  if (!tokenHash) return null
  const row = await readIdentity(tx => findSignIn(tx, tokenHash, { now, idleSince: idleSince(now) }))
  if (!row) return null
  if (now.getTime() - row.usedAt.getTime() > noteUseAfterMs) await readIdentity(tx => noteUse(tx, row.signInId, now))
  return { ...row, secondFactor: row.secondFactorAt !== null, locale: isLocale(row.locale) ? row.locale : 'fr' }
}
