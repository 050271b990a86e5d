import { defineAccountCommand, type IdentityTx } from '#app/access/identity-command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { reopen } from './proofs.server.ts'
import { lockSecondFactor, setRecoveryHashes, useStep } from './second-factors.store.server.ts'
import { SecondFactorInput } from './sign-in-input.ts'
import { confirmationLimits } from './sign-in-limits.server.ts'
import { endSignIn } from './sign-ins.store.server.ts'
import { acceptedStep, recoveryHash, unsealKey } from './totp.server.ts'

/** Completes a sign-in: a code of the application, or one of the recovery codes. Each serves once. */
export const proveSecondFactor = defineAccountCommand({
  name: 'sign-in.second-factor',
  input: SecondFactorInput,
  limits: confirmationLimits,
  run: async (ctx, { code }) => {
    const { userId, signInId } = ctx.holder
    const proved = await ctx.transaction(async tx => {
      const left = await useCode(tx, userId, code, ctx.now)
      if (left !== null) await endSignIn(tx, userId, signInId)
      return left
    })
    if (proved === null) return fail('wrong-code', {}, 'code')
    ctx.setCookies(await reopen(ctx.visitor, userId, ctx.now))
    return ok({ userId, recoveryCodesLeft: proved.recoveryCodesLeft })
  },
})

/** Uses a code, whichever kind it is; null when it is none, or was used before. */
async function useCode(tx: IdentityTx, userId: string, code: string, now: Date) {
  const factor = await lockSecondFactor(tx, userId)
  if (!factor?.isConfirmed) return null
  const step = acceptedStep(await unsealKey(factor.sealedKey), code, now, factor.lastUsedStep)
  if (step !== null) {
    await useStep(tx, factor.id, step)
    return { recoveryCodesLeft: null }
  }
  const others = factor.recoveryHashes.filter(hash => hash !== recoveryHash(code))
  if (others.length === factor.recoveryHashes.length) return null
  await setRecoveryHashes(tx, factor.id, others)
  return { recoveryCodesLeft: others.length }
}
