import { choice, email, line, object, secret } from '#app/kernel/input.ts'
import { longestPassword, shortestPassword } from './password-rules.ts'

/** What one typed long ago may be shorter than what we now ask for. */
const known = () => secret({ max: 200 })
const fresh = () => secret({ min: shortestPassword, max: longestPassword })
/** Spaces that a person puts between groups of digits are hers to put. */
const code = () => line({ max: 40 })

export const PasswordSignInInput = object({ email: email(), password: known() })
export const CodeRequestInput = object({ email: email() })
export const CodeSignInInput = object({ email: email(), code: code() })
export const SecondFactorInput = object({ code: code() })
export const PasswordLinkRequestInput = object({ email: email() })
export const NewPasswordInput = object({ token: line({ max: 100 }), password: fresh() })
export const LocaleInput = object({ locale: choice(['fr', 'en']) })
