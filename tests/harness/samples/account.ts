import type { Person } from '../person.ts'
import { password } from '../person.ts'

/**
 * What the guard of the account sends to each of its use cases: an input that its schema takes. `keeps` is said of those
 * that end the sign-in they come from, or its proofs.
 */
export type AccountSample = { input: (person: Person) => Record<string, unknown>; signedOutAfter?: true }

const email = (person: Person) => ({ email: person.email })
const confirmation = () => ({ currentPassword: password })

export const accountSamples: Record<string, AccountSample> = {
  'sign-in.password': { input: person => ({ ...email(person), password }) },
  'sign-in.request-code': { input: email },
  'sign-in.code': { input: person => ({ ...email(person), code: '1234 5678' }) },
  'sign-in.request-password-link': { input: email },
  'sign-in.set-password': { input: () => ({ token: 'x'.repeat(43), password: 'une phrase assez longue' }) },
  'sign-in.second-factor': { input: () => ({ code: '123456' }) },
  'sign-in.end': { input: () => ({}), signedOutAfter: true },
  'language.set': { input: () => ({ locale: 'en' }) },
  'calendar.read': { input: () => ({ token: 'x'.repeat(43) }) },
  'calendar.page': { input: () => ({}) },
  'calendar.renew': { input: () => ({}) },
  'calendar.close': { input: () => ({}) },
  'calendar.titles': { input: () => ({ shortTitles: 'oui' }) },
  'account.page': { input: () => ({}) },
  'account.second-factor-page': { input: () => ({}) },
  'account.change-profile': { input: () => ({ name: 'Autre Nom', locale: 'fr' }) },
  'account.change-password': { input: () => ({ ...confirmation(), password: 'une tout autre phrase' }) },
  'account.end-sign-in': { input: () => ({ signInId: '01890a5d-ac96-774b-bcce-b302099a8057' }) },
  'account.end-all-sign-ins': { input: () => ({}), signedOutAfter: true },
  'account.propose-second-factor': { input: confirmation },
  'account.confirm-second-factor': { input: () => ({ code: '123456' }) },
  'account.renew-recovery-codes': { input: confirmation },
  'account.remove-second-factor': { input: confirmation },
}
