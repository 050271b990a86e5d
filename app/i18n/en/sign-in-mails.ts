import type { signInMails as fr } from '../fr/sign-in-mails.ts'
import type { Words } from '../words.ts'

export const signInMails: Words<typeof fr> = {
  codeSubject: 'Your code to sign in to Sillage',
  codeIntro: 'Here is the code to type on the sign-in page. It works once, for {{minutes}} minutes.',
  codeNotYou: 'You did not ask for it? Give it to nobody; without it, nothing happens.',
  passwordSubject: 'Choose a new password for Sillage',
  passwordIntro:
    'You asked to change your password. This link works once, for {{hours}} h: it leads to the page where you choose another one.',
  passwordNotYou: 'You asked for nothing? Do nothing: your password stays the same.',
}
