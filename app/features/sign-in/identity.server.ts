import { createHmac } from 'node:crypto'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { serialize } from 'cookie'
import { z } from 'zod'
import { appSecret, isHttps, publicUrl } from '#app/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { readIdentity } from '#db/identity.ts'
import { credentials, passkeys, signIns, twoFactors, users, verifications } from '#db/schema/users.ts'
import { withHashedTokens } from './hashed-tokens.server.ts'
import { hashPassword, isPasswordOf } from './password-hash.server.ts'
import { longestPassword, shortestPassword } from './password-rules.ts'
import { activePerson } from './people.store.server.ts'
import { codeDigits, codeMinutes, codeTries, signInHours } from './sign-in-rules.ts'

/** Where the web server puts the address that it believes, so that better-auth reads no header that a client can write. */
export const addressHeader = 'x-sillage-client'

/** `__Host-`: only this host, over https, may have set it. Plain http exists on the loopback address only. */
export const signInCookie = () => (isHttps() ? '__Host-sillage' : 'sillage')
/** What the browser is told to forget. */
export const endedCookie = () =>
  serialize(signInCookie(), '', { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(), maxAge: 0 })

function make() {
  return betterAuth({
    secret: appSecret(),
    baseURL: publicUrl(),
    database: withHashedTokens(
      drizzleAdapter(database('identity'), {
        provider: 'pg',
        schema: {
          user: users,
          session: signIns,
          account: credentials,
          verification: verifications,
          twoFactor: twoFactors,
          passkey: passkeys,
        },
      }),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPasswordOf(hash, password) },
    },
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'fr', input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      expiresIn: signInHours.longest * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    databaseHooks: { session: { create: { before: session => onlyForActive(session.userId) } } },
    plugins: [
      emailOTP({
        otpLength: codeDigits,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTries,
        disableSignUp: true,
        // Keyed: a hundred million codes are hashed in a second.
        storeOTP: { hash: async code => createHmac('sha256', appSecret()).update(`code:${code}`).digest('hex') },
        // Codes are made by its server-only function and mailed by the use case.
        sendVerificationOTP: async () => {},
      }),
      reopening,
    ],
    // Its own limiter counts only requests to its own addresses, which are not mounted; ours counts in PostgreSQL.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: signInCookie(),
          attributes: { secure: isHttps(), httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    telemetry: { enabled: false },
  })
}

/** A deactivated person opens no sign-in, whatever she proves; the answer is the one of a wrong password. */
async function onlyForActive(userId: string): Promise<void> {
  if (!(await readIdentity(tx => activePerson(tx, userId)))) throw new APIError('UNAUTHORIZED')
}

/** Opens a new sign-in for somebody who has just proved more: the cookie changes with what it is worth (AUT-08). */
const reopening = {
  id: 'reopening',
  endpoints: {
    reopenSignIn: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string(), secondFactorAt: z.date().nullable() }) },
      async ctx => {
        const { userId, secondFactorAt } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(userId)
        const session = user && (await ctx.context.internalAdapter.createSession(userId, false, { secondFactorAt }))
        if (!session) return null
        await setSessionCookie(ctx, { session, user })
        return { signInId: session.id }
      },
    ),
  },
}

let instance: ReturnType<typeof make> | undefined

/** better-auth, called from use cases only: none of its addresses is mounted. */
export function identity(): ReturnType<typeof make> {
  instance ??= make()
  return instance
}
