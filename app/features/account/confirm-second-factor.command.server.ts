import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { reopen } from '#app/features/sign-in/proofs.server.ts'
import { confirmSecondFactor as confirm, lockSecondFactor } from '#app/features/sign-in/second-factors.store.server.ts'
import { confirmationLimits } from '#app/features/sign-in/sign-in-limits.server.ts'
import { endSignInsOf } from '#app/features/sign-in/sign-ins.store.server.ts'
import { acceptedStep, newRecoveryCodes, recoveryHash, unsealKey } from '#app/features/sign-in/totp.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { SecondFactorProofInput } from './account-input.ts'

/**
 * Her application gives the right code: from now on every sign-in asks for one. Those that are open proved less, so they
 * end, and hers goes on under another cookie. Answers the recovery codes, which nobody will ever read again.
 */
export const confirmSecondFactor = defineAccountCommand({
  name: 'account.confirm-second-factor',
  input: SecondFactorProofInput,
  limits: confirmationLimits,
  run: async (ctx, { code }) => {
    const { userId } = ctx.holder
    const recoveryCodes = newRecoveryCodes()
    const done = await ctx.transaction(async tx => {
      const factor = await lockSecondFactor(tx, userId)
      if (!factor || factor.isConfirmed) return false
      const step = acceptedStep(await unsealKey(factor.sealedKey), code, ctx.now, factor.lastUsedStep)
      if (step === null) return false
      await confirm(tx, userId, { id: factor.id, step, recoveryHashes: recoveryCodes.map(recoveryHash) })
      await endSignInsOf(tx, userId)
      return true
    })
    if (!done) return fail('wrong-code', {}, 'code')
    ctx.setCookies(await reopen(ctx.visitor, userId, ctx.now))
    return ok({ recoveryCodes })
  },
})
