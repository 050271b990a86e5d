import type { failures as fr } from '../fr/failures.ts'
import type { Words } from '../words.ts'

export const failures: Words<typeof fr> = {
  'refused-by-database': 'A value could not be saved. Check what you entered.',
  'form-already-sent': 'This form was already sent. Open the page again to send another one.',
  'too-many-attempts': 'Too many attempts. Wait {{minutes}} minutes, then try again.',
  'wrong-credentials': 'The address or the password does not match.',
}
