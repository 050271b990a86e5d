import { email, line, object } from '#app/kernel/input.ts'

export const SignInInput = object({ email: email(), password: line({ max: 200 }) })
