import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { openByCode } from './proofs.server.ts'
import { CodeSignInInput } from './sign-in-input.ts'
import { knownAddress, signInLimits } from './sign-in-limits.server.ts'
import { welcome } from './welcome.server.ts'

/** Opens a sign-in with the code that was mailed: only a form that is sent uses it, no link and no robot. */
export const signInWithCode = definePublicCommand({
  name: 'sign-in.code',
  input: CodeSignInInput,
  limits: signInLimits,
  remembers: knownAddress,
  run: async (ctx, { email, code }) => {
    const opened = await openByCode(ctx.visitor, email, code.replace(/\s/g, ''))
    return opened ? ok(await welcome(ctx, opened)) : fail('wrong-code', {}, 'code')
  },
})
