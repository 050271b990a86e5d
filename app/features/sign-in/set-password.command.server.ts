import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { hashPassword } from './password-hash.server.ts'
import { forgetPasswordLinks, personOfLink, usePasswordLink } from './password-links.store.server.ts'
import { aboutPerson, isTooCommon } from './password-rules.ts'
import { activePerson, confirmAddress, setPasswordHash } from './people.store.server.ts'
import { NewPasswordInput } from './sign-in-input.ts'
import { endSignInsOf } from './sign-ins.store.server.ts'

/** Sets the password of whoever holds the link of a mail. All her sign-ins end: one of them may not be hers. */
export const setPassword = definePublicCommand({
  name: 'sign-in.set-password',
  input: NewPasswordInput,
  limits: (_input, { address }) => [{ of: ['set-password', address], max: 20, minutes: 15, failuresOnly: true }],
  run: async (ctx, { token, password }) => {
    const tokenHash = sha256(token)
    const person = await ctx.transaction(async tx => {
      const userId = await personOfLink(tx, tokenHash, ctx.now)
      return userId ? activePerson(tx, userId) : null
    })
    if (!person) return fail('link-ended')
    if (isTooCommon(password, aboutPerson(person))) return fail('common-password', {}, 'password')
    const hashed = await hashPassword(password)
    const done = await ctx.transaction(async tx => {
      if (!(await usePasswordLink(tx, tokenHash, ctx.now))) return false
      await setPasswordHash(tx, person.userId, hashed, ctx.now)
      await confirmAddress(tx, person.userId, ctx.now)
      await forgetPasswordLinks(tx, person.userId)
      await endSignInsOf(tx, person.userId)
      return true
    })
    return done ? ok({ email: person.email }) : fail('link-ended')
  },
})
