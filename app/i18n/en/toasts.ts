import type { toasts as fr } from '../fr/toasts.ts'
import type { Words } from '../words.ts'

export const toasts: Words<typeof fr> = {
  passwordChanged: 'Your password is changed. Your other sign-ins are ended.',
  signInEnded: 'This sign-in is ended.',
  signedOutEverywhere: 'All your sign-ins are ended.',
  secondFactorRemoved: 'Two-factor authentication is off.',
  passwordSet: 'Your password is saved. Sign in with it.',
  recoveryCodeUsed: 'This recovery code is used up. You have {{left}} left.',
  saved: 'Saved.',
  caseOpened: 'Case {{number}} is open.',
  caseMoved: 'The case has moved on.',
  validationSent: 'The diagnostic has been sent to be validated.',
  handedOver: 'The case is handed over.',
  noteAdded: 'The note is added.',
  organisationCreated: 'The organisation is created.',
  followUpRecorded: 'The answers are saved.',
  followUpSettled: 'The follow-up is up to date.',
}
