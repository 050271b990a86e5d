import type { toasts as fr } from '../fr/toasts.ts'
import type { Words } from '../words.ts'

export const toasts: Words<typeof fr> = {
  passwordSet: 'Your password is saved. Sign in with it.',
  recoveryCodeUsed: 'This recovery code is used up. You have {{left}} left.',
  saved: 'Saved.',
}
