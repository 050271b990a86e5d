import type { AttemptLimit } from '#app/access/attempts.server.ts'
import type { Visitor } from '#app/access/identity-command.server.ts'

const minutes = 15

/** Under this name an address from which somebody has signed in is remembered as hers. */
export const knownAddress = ({ email }: { email: string }, { address }: Visitor) =>
  ['known-address', email, address] as const

/**
 * Wrong passwords and codes: ten for an account from one address; twenty for it from addresses that are not known to be
 * hers, so that guessing from many does not lock her out of her own; fifty from one address, an office being many people.
 */
export const signInLimits = ({ email }: { email: string }, visitor: Visitor): AttemptLimit[] => [
  { of: ['sign-in', email, visitor.address], max: 10, minutes, failuresOnly: true },
  {
    of: ['sign-in-account', email],
    max: 20,
    minutes,
    failuresOnly: true,
    unless: knownAddress({ email }, visitor),
  },
  { of: ['sign-in-address', visitor.address], max: 50, minutes, failuresOnly: true },
]

/** Mails that anybody can make leave: three an hour to one address, twenty an hour from one (reliability AUT-05). */
export const mailLimits = ({ email }: { email: string }, { address }: Visitor): AttemptLimit[] => [
  { of: ['mail', email], max: 3, minutes: 60, refusal: 'too-many-mails' },
  { of: ['mail-from', address], max: 20, minutes: 60, refusal: 'too-many-mails' },
]

/** Codes of the second factor, and the password asked again: whoever tries them already has something of hers. */
export const confirmationLimits = (_input: unknown, { userId }: { userId: string }): AttemptLimit[] => [
  { of: ['confirmation', userId], max: 10, minutes, failuresOnly: true },
]
