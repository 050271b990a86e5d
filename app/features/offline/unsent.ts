/** A photo that waits beside its session; its bytes lie sealed elsewhere on the device. */
export type KeptPhoto = { id: string; name: string; type: string; size: number }

/** A signature that waits beside its session. */
export type KeptSignature = {
  /** The key of its form. */
  id: string
  accompanimentId: string
  /** Null when an organisation was noted and nobody of it by name. */
  personName: string | null
  /** Day, hours, length and place as the session's form said them when it was signed. */
  facts: [name: string, value: string][]
  signedName: string | null
  wasThere: boolean
  drawing: string | null
  /** ISO instant of the device's clock. */
  signedAt: string
  /** Why the server did not take it; it stays here. */
  refusal: string[] | null
}

/** A session written on a device, until the server has it. */
export type UnsentSession = {
  /** The key of its form: sent twice, it is recorded once. */
  id: string
  /** Who wrote it; nobody else's sign-in sends it. */
  person: string
  operator: string
  engineeringId: string
  /** What its mission is called, for whoever reads the list. */
  title: string
  /** The planned session that it says was held; null: a new one. */
  sessionId: string | null
  /** The form's fields, in their order. */
  fields: [name: string, value: string][]
  /** ISO instant of the device's clock. */
  writtenAt: string
  /** `typing`: she has not saved it yet. */
  state: 'typing' | 'waiting' | 'refused' | 'conflict' | 'closed'
  photos: KeptPhoto[]
  signatures: KeptSignature[]
  /** The session's id once the server has it: what is left to send stands beside it. */
  recordedAs: string | null
  /** What the server answered of it; null while it waits. */
  reply: Refused | null
}

/** What a refused form is answered: sentences by field, and what stands instead when somebody else was faster. */
export type Refused = {
  form: string
  /** `longer`: nothing was refused, it is only shown again. */
  status: 'invalid' | 'failed' | 'conflict' | 'longer'
  fields: Record<string, string[]>
  values: Record<string, string>
  conflict?: { version: number; values: Record<string, string>; changedBy?: string }
}

/** What came back when it was sent. */
export type Answer =
  | { kind: 'recorded'; sessionId: string }
  | { kind: 'refused'; reply: Refused }
  /** Her sign-in has ended, or it is somebody else's. */
  | { kind: 'signed-out' }
  | { kind: 'other-person' }
  /** The mission is no longer hers to write, or no longer hers at all: what she may read says which. */
  | { kind: 'unknown' }
  /** No network, a server that restarts, a database that is away: nothing is known, it is sent again. */
  | { kind: 'away' }

export type Turn = 'recorded' | 'keep' | 'stop' | 'ask'

/**
 * What becomes of a session once it was sent: its photos follow, it is kept with its refusal, kept with all the others
 * until there is a network or a sign-in, or asked about since its mission does not answer any more.
 */
export function afterSending(session: UnsentSession, answer: Answer): { turn: Turn; session: UnsentSession } {
  switch (answer.kind) {
    case 'recorded':
      return { turn: 'recorded', session: { ...session, recordedAs: answer.sessionId } }
    case 'refused':
      return {
        turn: 'keep',
        session: {
          ...session,
          state: answer.reply.status === 'conflict' ? 'conflict' : 'refused',
          reply: answer.reply,
        },
      }
    case 'unknown':
      return { turn: 'ask', session }
    default:
      return { turn: 'stop', session }
  }
}

/** What a mission that she may still read, but no longer write, does to what waits for it. */
export const closed = (session: UnsentSession): UnsentSession => ({ ...session, state: 'closed', reply: null })

/** A photo less to send. */
export const withoutPhoto = (session: UnsentSession, id: string): UnsentSession => ({
  ...session,
  photos: session.photos.filter(photo => photo.id !== id),
})

/** A signature less to send. */
export const withoutSignature = (session: UnsentSession, id: string): UnsentSession => ({
  ...session,
  signatures: session.signatures.filter(signature => signature.id !== id),
})

/** One that the server does not take stays, with why. */
export const withRefusal = (session: UnsentSession, id: string, { fields }: Refused): UnsentSession => ({
  ...session,
  signatures: session.signatures.map(signature =>
    signature.id === id ? { ...signature, refusal: Object.values(fields).flat() } : signature,
  ),
})

/** The signatures that do not leave: those that the server refused, and all of them once the contract has ended. */
export const stuckIn = ({ state, signatures }: UnsentSession) =>
  signatures.filter(({ refusal }) => state === 'closed' || refusal !== null)

/** Nothing stands beside it any more. */
export const isAlone = ({ photos, signatures }: UnsentSession) => photos.length + signatures.length === 0

/** What leaves by itself; the others wait for her. */
export const leavesByItself = ({ state }: Pick<UnsentSession, 'state'>) => state === 'waiting'
