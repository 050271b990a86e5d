import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { idleSince, tokenHashOf } from './current-sign-in.server.ts'
import { setProfile } from './people.store.server.ts'
import { LocaleInput } from './sign-in-input.ts'
import { findSignIn } from './sign-ins.store.server.ts'

/** The language of the pages: kept in a cookie for a visitor, with her account for who is signed in. */
export const setLanguage = definePublicCommand({
  name: 'language.set',
  input: LocaleInput,
  limits: () => [],
  run: async (ctx, { locale }) => {
    const tokenHash = tokenHashOf(ctx.visitor.headers)
    if (tokenHash)
      await ctx.transaction(async tx => {
        const signIn = await findSignIn(tx, tokenHash, { now: ctx.now, idleSince: idleSince(ctx.now) })
        if (signIn) await setProfile(tx, signIn.userId, { locale }, ctx.now)
      })
    return ok({ locale })
  },
})
