import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { endSignIn as end } from '#app/features/sign-in/sign-ins.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { SignInChoiceInput } from './account-input.ts'

/** Ends one of her sign-ins: the next request that it makes is refused. One already ended is no failure. */
export const endSignIn = defineAccountCommand({
  name: 'account.end-sign-in',
  input: SignInChoiceInput,
  run: async (ctx, { signInId }) => {
    await ctx.transaction(tx => end(tx, ctx.holder.userId, signInId))
    return ok(null)
  },
})
