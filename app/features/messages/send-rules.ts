import { nextSendingInstant } from '#app/kernel/business-hours.ts'

/** Minutes before the next attempt, after the first, the second… refusal that may pass. About a day in all. */
const backOff = [1, 2, 5, 15, 30, 60, 120, 240, 480] as const
/** Attempts of one sending; then a person decides. Those of workers that died count too. */
export const attemptsOfOneSending = backOff.length + 1

/** How long to wait after this attempt, or null when it was the last. */
export function nextAttemptDelay({ attempts, attemptLimit }: Attempts, minuteMs: number): number | null {
  const minutes = backOff[attempts - 1 - (attemptLimit - attemptsOfOneSending)]
  return minutes === undefined ? null : minutes * minuteMs
}
export type Attempts = { attempts: number; attemptLimit: number }

/** When a message may leave: at once when somebody waits for it, otherwise in business hours. */
export function sendingInstant(urgent: boolean, from: Date): Date {
  return urgent ? from : nextSendingInstant(from)
}

/** What stands in the ledger instead of the address of somebody who is forgotten. */
export const erasedRecipient = ''

/** Why a message was not tried: its address had refused another. */
export const knownToBounce = 'address-bounced'

/** How long a worker may hold a message without news, in the workers' minutes. The transport's time-outs fit in it. */
export const leaseMinutes = 2

/** What the transport knows of a message once it has been tried. */
export type Delivery =
  | { kind: 'delivered' }
  /** Refused for good by the recipient's server; `bounced` when it is the address that it refuses, not what is written. */
  | { kind: 'refused'; reason: string; bounced?: true }
  /** Certainly not taken; may be tried again. */
  | { kind: 'postponed'; reason: string }
  /** Handed over whole, and no answer: taken or not, nobody knows. */
  | { kind: 'unknown'; reason: string }
  /** Stopped by us before the end of the message: the claim was lost, or its reason is gone. */
  | { kind: 'withdrawn' }

export type TransportError = { message: string; responseCode?: number | undefined; command?: string | undefined }

/** Commands whose refusal is about this message; a refused greeting or password is about the transport, and may pass. */
const aboutTheMessage = ['RCPT TO', 'DATA']

/**
 * What an error of the transport means. Until the end of the message has been given, the server has nothing to deliver;
 * after it, only its answer says. 421 announces that the server stops, not what it did with the message.
 */
export function deliveryAfterError(error: TransportError, endGiven: boolean): Delivery {
  const { responseCode: code, command = '' } = error
  const reason = error.message.slice(0, 500)
  if (code !== undefined && code >= 500 && code < 600 && aboutTheMessage.includes(command))
    return { kind: 'refused', reason, ...(command === 'RCPT TO' && { bounced: true }) }
  if (!endGiven) return { kind: 'postponed', reason }
  if (code !== undefined && code >= 400 && code < 500 && code !== 421) return { kind: 'postponed', reason }
  return { kind: 'unknown', reason }
}
