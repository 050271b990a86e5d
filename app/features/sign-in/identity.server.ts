import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { appSecret, publicUrl } from '#app/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { credentials, passkeys, signIns, twoFactors, users, verifications } from '#db/schema/users.ts'
import { hashPassword, isPasswordOf } from './password-hash.server.ts'

/** A sign-in ends after eight hours without use and after twelve in any case (reliability AUT-08). */
const hour = 3600

function make() {
  const secure = publicUrl().startsWith('https://')
  return betterAuth({
    secret: appSecret(),
    baseURL: publicUrl(),
    database: drizzleAdapter(database('identity'), {
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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPasswordOf(hash, password) },
    },
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'fr', input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: 8 * hour, updateAge: hour, cookieCache: { enabled: false } },
    // Its own limiter counts only requests to its own addresses, which are not mounted; ours counts in PostgreSQL.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? '__Host-sillage' : 'sillage',
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    telemetry: { enabled: false },
  })
}

let instance: ReturnType<typeof make> | undefined

/** better-auth, called from use cases only: none of its addresses is mounted. */
export function identity(): ReturnType<typeof make> {
  instance ??= make()
  return instance
}
