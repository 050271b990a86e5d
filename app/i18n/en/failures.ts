import type { failures as fr } from '../fr/failures.ts'
import type { Words } from '../words.ts'

export const failures: Words<typeof fr> = {
  'refused-by-database': 'A value could not be saved. Check what you entered.',
  'form-already-sent': 'This form was already sent. Open the page again to send another one.',
  'too-many-attempts': 'Too many attempts. Wait {{minutes}} minutes, then try again.',
  'too-many-mails': 'Several e-mails have already left. Check your junk mail too, or wait {{minutes}} minutes.',
  'wrong-code': 'This code is not right, or its time is over. Check it, or ask for another one.',
  'link-ended': 'This link was used already, or its time is over. Ask for another one.',
  'common-password': 'This password is among the first that people try. Choose a sentence that is yours alone.',
  'wrong-credentials': 'The address or the password does not match.',
  'import-refused': 'The folder is refused: {{count}} cells or rows are to be corrected. Nothing was written.',
  'import-tried': 'This was a trial: nothing was written.',
}
