import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { confirmed } from '#app/features/sign-in/confirmation.server.ts'
import { hashPassword } from '#app/features/sign-in/password-hash.server.ts'
import { forgetPasswordLinks } from '#app/features/sign-in/password-links.store.server.ts'
import { aboutPerson, isTooCommon } from '#app/features/sign-in/password-rules.ts'
import { setPasswordHash } from '#app/features/sign-in/people.store.server.ts'
import { reopen } from '#app/features/sign-in/proofs.server.ts'
import { confirmationLimits } from '#app/features/sign-in/sign-in-limits.server.ts'
import { endSignInsOf } from '#app/features/sign-in/sign-ins.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { PasswordChangeInput } from './account-input.ts'

/** A new password. Every other sign-in ends, and hers goes on under another cookie. */
export const changePassword = defineAccountCommand({
  name: 'account.change-password',
  input: PasswordChangeInput,
  limits: confirmationLimits,
  run: async (ctx, { currentPassword, password }) => {
    const { userId, secondFactorAt } = ctx.holder
    if (isTooCommon(password, aboutPerson(ctx.holder))) return fail('common-password', {}, 'password')
    const proof = await confirmed(ctx, currentPassword)
    if (!proof.ok) return proof
    const hashed = await hashPassword(password)
    await ctx.transaction(async tx => {
      await setPasswordHash(tx, userId, hashed, ctx.now)
      await forgetPasswordLinks(tx, userId)
      await endSignInsOf(tx, userId)
    })
    ctx.setCookies(await reopen(ctx.visitor, userId, secondFactorAt))
    return ok(null)
  },
})
