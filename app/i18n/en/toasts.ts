import type { toasts as fr } from '../fr/toasts.ts'
import type { Words } from '../words.ts'

export const toasts: Words<typeof fr> = {
  saved: 'Saved.',
}
