import { longestPassword, shortestPassword } from '#app/features/sign-in/password-rules.ts'
import { choice, id, line, object, optional, secret } from '#app/kernel/input.ts'

/** Asked again before what matters; empty for who signs in by code only. */
const currentPassword = () => optional(secret({ max: 200 }))

export const ProfileInput = object({ name: line({ max: 120 }), locale: choice(['fr', 'en']) })
export const PasswordChangeInput = object({
  currentPassword: currentPassword(),
  password: secret({ min: shortestPassword, max: longestPassword }),
})
export const SignInChoiceInput = object({ signInId: id() })
export const ConfirmationInput = object({ currentPassword: currentPassword() })
export const SecondFactorProofInput = object({ code: line({ max: 40 }) })
