import { isAPIError } from 'better-auth/api'
import type { Visitor } from '#app/access/identity-command.server.ts'
import { addressHeader, identity } from './identity.server.ts'

/** A sign-in that was just opened: whose, and the cookies that carry it. */
export type Opened = { userId: string; cookies: string[] }

/** Opens a sign-in for an address and its password; null says no more than that it did not. */
export const openByPassword = (visitor: Visitor, email: string, password: string): Promise<Opened | null> =>
  opened(() =>
    identity().api.signInEmail({ body: { email, password }, headers: headersOf(visitor), returnHeaders: true }),
  )

/** Opens a sign-in for an address and the code that was mailed to it. */
export const openByCode = (visitor: Visitor, email: string, code: string): Promise<Opened | null> =>
  opened(() =>
    identity().api.signInEmailOTP({ body: { email, otp: code }, headers: headersOf(visitor), returnHeaders: true }),
  )

/** Makes a code for an address and keeps its keyed hash; former codes for it no longer serve. */
export const makeCode = (email: string): Promise<string> =>
  identity().api.createVerificationOTP({ body: { email, type: 'sign-in' } })

/** Opens another sign-in of the same person, who has just proved more, or changed what she proves it with. */
export async function reopen(visitor: Visitor, userId: string, secondFactorAt: Date | null): Promise<string[]> {
  const { headers, response } = await identity().api.reopenSignIn({
    body: { userId, secondFactorAt },
    headers: headersOf(visitor),
    returnHeaders: true,
  })
  if (!response) throw new Error('no sign-in for this person')
  return headers.getSetCookie()
}

async function opened(
  ask: () => Promise<{ headers: Headers; response: { user: { id: string } } }>,
): Promise<Opened | null> {
  try {
    const { headers, response } = await ask()
    return { userId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  }
}

/** What better-auth may know of a request: nothing that lets a client choose its own address. */
function headersOf({ headers, address }: Visitor): Headers {
  return new Headers({
    cookie: headers.get('cookie') ?? '',
    'user-agent': (headers.get('user-agent') ?? '').slice(0, 400),
    [addressHeader]: address,
  })
}
