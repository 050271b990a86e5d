import type { TransportError } from './send-rules.ts'

/** What the mail library throws, as far as it is known. */
export function asSmtpError(error: unknown): TransportError {
  if (!(error instanceof Error)) return { message: 'unknown error' }
  return {
    message: error.message,
    responseCode: 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined,
    command: 'command' in error && typeof error.command === 'string' ? error.command : undefined,
  }
}
