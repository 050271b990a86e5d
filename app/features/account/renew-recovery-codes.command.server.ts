import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { confirmed } from '#app/features/sign-in/confirmation.server.ts'
import { lockSecondFactor, setRecoveryHashes } from '#app/features/sign-in/second-factors.store.server.ts'
import { confirmationLimits } from '#app/features/sign-in/sign-in-limits.server.ts'
import { newRecoveryCodes, recoveryHash } from '#app/features/sign-in/totp.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ConfirmationInput } from './account-input.ts'

/** Ten other recovery codes; the former ones no longer serve. */
export const renewRecoveryCodes = defineAccountCommand({
  name: 'account.renew-recovery-codes',
  input: ConfirmationInput,
  limits: confirmationLimits,
  run: async (ctx, { currentPassword }) => {
    const proof = await confirmed(ctx, currentPassword)
    if (!proof.ok) return proof
    const recoveryCodes = newRecoveryCodes()
    const done = await ctx.transaction(async tx => {
      const factor = await lockSecondFactor(tx, ctx.holder.userId)
      if (!factor?.isConfirmed) return false
      await setRecoveryHashes(tx, factor.id, recoveryCodes.map(recoveryHash))
      return true
    })
    return done ? ok({ recoveryCodes }) : fail('second-factor-off')
  },
})
