import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { setProfile } from '#app/features/sign-in/people.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { ProfileInput } from './account-input.ts'

/** Her name as others read it, and the language of her pages and mails. */
export const changeProfile = defineAccountCommand({
  name: 'account.change-profile',
  input: ProfileInput,
  run: async (ctx, profile) => {
    await ctx.transaction(tx => setProfile(tx, ctx.holder.userId, profile, ctx.now))
    return ok({ locale: profile.locale })
  },
})
