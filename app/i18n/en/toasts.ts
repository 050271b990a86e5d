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
  sessionHeld: 'Session recorded.',
  sessionHeldLeft: 'Session recorded. Days left: {{left}}.',
  sessionHeldLow: 'Session recorded. More than 80% of the days ordered are held, {{left}} are left.',
  sessionPlanned: 'Session planned.',
  sessionCancelled: 'Session cancelled.',
  engineeringCreated: 'The engineering is created.',
  engineeringCancelled: 'The engineering is cancelled.',
  memberAdded: '{{name}} now takes part in this engineering.',
  memberRemoved: '{{name}} no longer takes part in this engineering.',
  consultantInvited: 'The invitation leaves for {{email}}.',
  consultantRevoked: '{{name}} no longer reaches this mission.',
  providerCreated: 'The provider is added.',
}
