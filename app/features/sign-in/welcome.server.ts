import type { PublicContext } from '#app/access/identity-command.server.ts'
import { idleSince, tokenHashOf } from './current-sign-in.server.ts'
import { activePerson } from './people.store.server.ts'
import type { Opened } from './proofs.server.ts'
import { endSignInOfToken, forgetEndedSignIns } from './sign-ins.store.server.ts'

/** Gives the cookies of a new sign-in. The one that the browser had before ends: it is never raised in rank (AUT-08). */
export async function welcome(
  ctx: PublicContext,
  { userId, cookies }: Opened,
): Promise<{ userId: string; needsSecondFactor: boolean }> {
  const former = tokenHashOf(ctx.visitor.headers)
  const person = await ctx.transaction(async tx => {
    if (former) await endSignInOfToken(tx, former)
    await forgetEndedSignIns(tx, userId, { now: ctx.now, idleSince: idleSince(ctx.now) })
    return activePerson(tx, userId)
  })
  ctx.setCookies(cookies)
  return { userId, needsSecondFactor: person?.hasSecondFactor === true }
}
