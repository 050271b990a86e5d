import { isOpen } from './answers.ts'

type Response = { sentOn: string | null; isReference: boolean }
type Reference = { personId: string | null }
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
  const holder = reference?.personId ?? null
  return personId !== null && holder !== null && holder !== personId
}

type Known = Response & { personId: string | null }

/**
 * Whose answers the practitioner may write down from a call: of whoever the wave was sent to first, then of those who were
 * asked too, who may still answer.
 */
export function callable(state: string, known: readonly Known[], contactId: string | null): string[] {
  const reference = known.find(({ isReference }) => isReference) ?? null
  const asked = new Set([contactId, ...known.map(({ personId }) => personId)])
  return [...asked].flatMap(personId => {
    const own = known.find(response => response.personId === personId) ?? null
    return personId !== null && mayAnswer(state, { own, reference, personId }) ? [personId] : []
  })
}

type Reminding = {
  state: string
  /** Null for somebody who was not asked of this wave. */
  own: { sentOn: string | null } | null
  case: { suspendedOn: string | null; abandonedOn: string | null }
  address: { email: string | null; hasBounced: boolean }
}

const settledWaves = {
  cancelled: 'follow-up-cancelled',
  refused: 'follow-up-refused',
  unreachable: 'follow-up-unreachable',
} as const
const isSettled = (state: string): state is keyof typeof settledWaves => Object.hasOwn(settledWaves, state)

/** Why this person is not reminded of a wave, or null: only who was asked and has not answered is, where she can be reached. */
export function whyNotReminded({ state, own, case: of, address }: Reminding) {
  if (!own) return 'respondent-not-asked'
  if (own.sentOn) return 'respondent-answered'
  if (isSettled(state)) return settledWaves[state]
  if (of.abandonedOn) return 'case-abandoned'
  if (of.suspendedOn) return 'case-suspended'
  if (!address.email) return 'person-without-email'
  return address.hasBounced ? 'respondent-address-refused' : null
}
