import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { newToken } from '#app/kernel/ids.ts'
import { ok } from '#app/kernel/result.ts'
import { renewAddress } from './calendar-addresses.store.server.ts'
import { NoInput } from './calendar-input.ts'

/** A first address for her calendar, or another one. It is told now and never again: only its hash is kept. */
export const renewCalendar = defineAccountCommand({
  name: 'calendar.renew',
  input: NoInput,
  limits: (_input, { userId }) => [{ of: ['calendar-renew', userId], max: 20, minutes: 60 }],
  run: async ({ holder, now, transaction }) => {
    const token = newToken()
    const made = { tokenHash: sha256(token), secondFactor: holder.secondFactorAt !== null, madeAt: now }
    await transaction(tx => renewAddress(tx, { userId: holder.userId, ...made }))
    return ok({ token })
  },
})
