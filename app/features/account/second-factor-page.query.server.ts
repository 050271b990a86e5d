import { needsSecondFactorAs } from '#app/access/actor.ts'
import { defineAccountQuery } from '#app/access/identity-query.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import { env } from '#app/env.server.ts'
import { passwordHashOf } from '#app/features/sign-in/people.store.server.ts'
import { secondFactorOf } from '#app/features/sign-in/second-factors.store.server.ts'
import { totpAddress, unsealKey } from '#app/features/sign-in/totp.server.ts'
import { object } from '#app/kernel/input.ts'
import { qrCode } from './qr-code.server.ts'

/** Where one gives oneself a second factor: not yet, being done (its key, in letters and as a picture), or done. */
export const secondFactorPage = defineAccountQuery({
  name: 'account.second-factor-page',
  input: object({}),
  run: async ({ tx, holder }) => {
    const [factor, password, reach] = await Promise.all([
      secondFactorOf(tx, holder.userId),
      passwordHashOf(tx, holder.userId),
      reachOfUser(holder.userId),
    ])
    const about = {
      demonstration: env().DEMONSTRATION,
      hasPassword: password !== null,
      isNeeded: reach.some(row => needsSecondFactorAs(row.kind)),
    }
    if (!factor) return { ...about, state: 'off' as const }
    if (factor.isConfirmed) return { ...about, state: 'on' as const, recoveryCodesLeft: factor.recoveryHashes.length }
    const key = await unsealKey(factor.sealedKey)
    return { ...about, state: 'proposed' as const, key, picture: qrCode(totpAddress(key, holder.email)) }
  },
})
