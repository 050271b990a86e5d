import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { endedCookie } from '#app/features/sign-in/identity.server.ts'
import { endSignInsOf } from '#app/features/sign-in/sign-ins.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'

/** Ends all her sign-ins, this one too. */
export const endAllSignIns = defineAccountCommand({
  name: 'account.end-all-sign-ins',
  input: object({}),
  run: async ctx => {
    await ctx.transaction(tx => endSignInsOf(tx, ctx.holder.userId))
    ctx.setCookies([endedCookie()])
    return ok(null)
  },
})
