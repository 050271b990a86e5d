import type { signIn as fr } from '../fr/sign-in.ts'
import type { Words } from '../words.ts'

export const signIn: Words<typeof fr> = {
  title: 'Sign in',
  lede: 'Follow each accompaniment, from the first meeting to what is left of it eighteen months later.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
}
