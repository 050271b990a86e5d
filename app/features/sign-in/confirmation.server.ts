import type { AccountContext } from '#app/access/identity-command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { isPasswordOf } from './password-hash.server.ts'
import { passwordHashOf } from './people.store.server.ts'

/** Without a password to ask again, a sign-in confirms what matters for ten minutes (reliability AUT-11). */
const freshMs = 10 * 60_000

/** That it is still her at the keyboard: her password again, or a sign-in that has just been opened. */
export async function confirmed(
  ctx: AccountContext,
  typed: string | null,
): Promise<Result<null, Failure<'wrong-password' | 'sign-in-again'>>> {
  const hashed = await ctx.transaction(tx => passwordHashOf(tx, ctx.holder.userId))
  if (hashed === null)
    return ctx.now.getTime() - ctx.holder.openedAt.getTime() <= freshMs ? ok(null) : fail('sign-in-again')
  return typed && (await isPasswordOf(hashed, typed)) ? ok(null) : fail('wrong-password', {}, 'currentPassword')
}
