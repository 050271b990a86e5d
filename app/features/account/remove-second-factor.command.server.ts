import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { confirmed } from '#app/features/sign-in/confirmation.server.ts'
import { reopen } from '#app/features/sign-in/proofs.server.ts'
import { removeSecondFactor as remove } from '#app/features/sign-in/second-factors.store.server.ts'
import { confirmationLimits } from '#app/features/sign-in/sign-in-limits.server.ts'
import { endSignInsOf } from '#app/features/sign-in/sign-ins.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { ConfirmationInput } from './account-input.ts'

/** Takes the second factor off; her sign-ins lose what it gave them. A role that needs one will ask for another. */
export const removeSecondFactor = defineAccountCommand({
  name: 'account.remove-second-factor',
  input: ConfirmationInput,
  limits: confirmationLimits,
  run: async (ctx, { currentPassword }) => {
    const proof = await confirmed(ctx, currentPassword)
    if (!proof.ok) return proof
    await ctx.transaction(async tx => {
      await remove(tx, ctx.holder.userId)
      await endSignInsOf(tx, ctx.holder.userId)
    })
    ctx.setCookies(await reopen(ctx.visitor, ctx.holder.userId, null))
    return ok(null)
  },
})
