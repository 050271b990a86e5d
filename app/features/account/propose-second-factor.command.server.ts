import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { env } from '#app/env.server.ts'
import { confirmed } from '#app/features/sign-in/confirmation.server.ts'
import { lockPerson } from '#app/features/sign-in/people.store.server.ts'
import { proposeSecondFactor as propose, secondFactorOf } from '#app/features/sign-in/second-factors.store.server.ts'
import { confirmationLimits } from '#app/features/sign-in/sign-in-limits.server.ts'
import { newTotpKey, sealKey } from '#app/features/sign-in/totp.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ConfirmationInput } from './account-input.ts'

/** Draws a key for her application. It serves for nothing until she has shown a code of it. */
export const proposeSecondFactor = defineAccountCommand({
  name: 'account.propose-second-factor',
  input: ConfirmationInput,
  limits: confirmationLimits,
  run: async (ctx, { currentPassword }) => {
    // Its accounts are everybody's: the first visitor's telephone would lock the others out.
    if (env().DEMONSTRATION) return fail('off-in-demonstration')
    const proof = await confirmed(ctx, currentPassword)
    if (!proof.ok) return proof
    const sealed = await sealKey(newTotpKey())
    const done = await ctx.transaction(async tx => {
      await lockPerson(tx, ctx.holder.userId)
      if ((await secondFactorOf(tx, ctx.holder.userId))?.isConfirmed) return false
      await propose(tx, ctx.holder.userId, sealed)
      return true
    })
    return done ? ok(null) : fail('second-factor-on')
  },
})
