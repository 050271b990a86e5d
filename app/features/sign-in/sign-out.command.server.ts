import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { tokenHashOf } from './current-sign-in.server.ts'
import { endedCookie } from './identity.server.ts'
import { endSignInOfToken } from './sign-ins.store.server.ts'

/** Ends the sign-in that the cookie names, if it names one. */
export const signOut = definePublicCommand({
  name: 'sign-in.end',
  input: object({}),
  limits: () => [],
  run: async ctx => {
    const tokenHash = tokenHashOf(ctx.visitor.headers)
    if (tokenHash) await ctx.transaction(tx => endSignInOfToken(tx, tokenHash))
    ctx.setCookies([endedCookie()])
    return ok(null)
  },
})
