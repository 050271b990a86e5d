import { isOpen } from './answers.ts'

type Response = { sentOn: string | null; isReference: boolean }
type Reference = { channel: string; personId: string | null }
type Asking = {
  /** What she has kept, or that she was asked. */
  own: Response | null
  /** What the wave holds. */
  reference: Reference | null
  personId: string | null
}

/**
 * Whether this person may still answer: the wave waits for whoever answers first; somebody else who was asked too, or whose
 * colleague answered before her, may add her answers after that.
 */
export function mayAnswer(state: string, { own, reference, personId }: Asking): boolean {
  if (own?.sentOn) return false
  if (isOpen(state)) return true
  if (state !== 'answered') return false
  if (own) return !own.isReference
  const byAnother = reference?.channel === 'link' && reference.personId !== null && reference.personId !== personId
  return personId !== null && byAnother
}
