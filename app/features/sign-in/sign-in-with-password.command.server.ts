import { definePublicCommand, type PublicContext } from '#app/access/identity-command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { hashPassword, isOutdated } from './password-hash.server.ts'
import { passwordHashOf, setPasswordHash } from './people.store.server.ts'
import { openByPassword } from './proofs.server.ts'
import { PasswordSignInInput } from './sign-in-input.ts'
import { knownAddress, signInLimits } from './sign-in-limits.server.ts'
import { welcome } from './welcome.server.ts'

/** Opens a sign-in; unknown, deactivated and wrong all answer the same, in the same time. */
export const signInWithPassword = definePublicCommand({
  name: 'sign-in.password',
  input: PasswordSignInInput,
  limits: signInLimits,
  remembers: knownAddress,
  run: async (ctx, { email, password }) => {
    const opened = await openByPassword(ctx.visitor, email, password)
    if (!opened) return fail('wrong-credentials')
    await raiseCost(ctx, opened.userId, password)
    return ok(await welcome(ctx, opened))
  },
})

/** The only moment when the password is known: a hash of cheaper days is made again. */
async function raiseCost(ctx: PublicContext, userId: string, password: string): Promise<void> {
  const hashed = await ctx.transaction(tx => passwordHashOf(tx, userId))
  if (!hashed || !isOutdated(hashed)) return
  const again = await hashPassword(password)
  await ctx.transaction(tx => setPasswordHash(tx, userId, again, ctx.now))
}
