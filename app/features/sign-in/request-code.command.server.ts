import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { sendCode } from './identity-mail.server.ts'
import { activePersonByEmail } from './people.store.server.ts'
import { makeCode } from './proofs.server.ts'
import { CodeRequestInput } from './sign-in-input.ts'
import { mailLimits } from './sign-in-limits.server.ts'

/** Mails a code to type. Answers alike for an address that nobody has: what differs is done once the answer has left. */
export const requestCode = definePublicCommand({
  name: 'sign-in.request-code',
  input: CodeRequestInput,
  limits: mailLimits,
  run: async (ctx, { email }) => {
    ctx.afterwards(async () => {
      const person = await ctx.transaction(tx => activePersonByEmail(tx, email))
      if (person) await sendCode(person, await makeCode(email))
    })
    return ok({ email })
  },
})
