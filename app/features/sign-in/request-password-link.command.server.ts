import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { newToken } from '#app/kernel/ids.ts'
import { ok } from '#app/kernel/result.ts'
import { sendPasswordLink } from './identity-mail.server.ts'
import { keepPasswordLink } from './password-links.store.server.ts'
import { activePersonByEmail } from './people.store.server.ts'
import { PasswordLinkRequestInput } from './sign-in-input.ts'
import { mailLimits } from './sign-in-limits.server.ts'
import { passwordLinkHours } from './sign-in-rules.ts'

/** Mails the link with which a forgotten password is replaced; answers alike for an address that nobody has. */
export const requestPasswordLink = definePublicCommand({
  name: 'sign-in.request-password-link',
  input: PasswordLinkRequestInput,
  limits: mailLimits,
  run: async (ctx, { email }) => {
    ctx.afterwards(async () => {
      const token = newToken()
      const expiresAt = new Date(ctx.now.getTime() + passwordLinkHours.forgotten * 3_600_000)
      const person = await ctx.transaction(async tx => {
        const found = await activePersonByEmail(tx, email)
        if (found) await keepPasswordLink(tx, { tokenHash: sha256(token), userId: found.userId, expiresAt })
        return found
      })
      if (person) await sendPasswordLink(person, token)
    })
    return ok({ email })
  },
})
