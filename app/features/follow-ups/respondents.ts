import { isOpen } from './answers.ts'

type Response = { sentOn: string | null; isReference: boolean }

/**
 * Whether this person may still answer: the wave waits for its reference; somebody else who was asked too may add her
 * answers after that.
 */
export function mayAnswer(state: string, response: Response | null): boolean {
  if (response?.sentOn) return false
  return isOpen(state) || (state === 'answered' && response !== null && !response.isReference)
}
