import { newId } from '#app/kernel/ids.ts'
import { missionNamed, type TakenAlong } from './taken-along.ts'

/** A photo that waits beside its session; its bytes lie sealed elsewhere on the device. */
export type KeptPhoto = { id: string; name: string; type: string; size: number }

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
  /** The session's id once the server has it: what is left to send are its photos. */
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

/** Saved, maybe again after a refusal: it waits, under the same key. */
export function saved(session: UnsentSession, fields: UnsentSession['fields']): UnsentSession {
  return { ...session, fields, state: 'waiting', reply: null }
}

/** While she types: what it was refused for stays beside it. */
export function typing(session: UnsentSession, fields: UnsentSession['fields']): UnsentSession {
  return { ...session, fields, state: 'typing' }
}

/** How its form is shown again: what she typed, beside what was said of it. */
export function shownAgain({ fields, reply }: UnsentSession): Refused {
  return { form: 'session', status: 'longer', fields: {}, ...reply, values: valuesOf(fields) }
}

/** As a form is given back: boxes of one name are one value, a line for each. */
export function valuesOf(fields: UnsentSession['fields']): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of fields) values[name] = name in values ? `${values[name]}\n${value}` : value
  return values
}

/** A photo less to send. */
export const withoutPhoto = (session: UnsentSession, id: string): UnsentSession => ({
  ...session,
  photos: session.photos.filter(photo => photo.id !== id),
})

/** What leaves by itself; the others wait for her. */
export const leavesByItself = ({ state }: Pick<UnsentSession, 'state'>) => state === 'waiting'

/** The day and the length as they were typed, for the line that stands for it in a list. */
export function typedIn(session: Pick<UnsentSession, 'fields'>, name: string): string | null {
  return session.fields.find(([field]) => field === name)?.[1] || null
}

type Sent = {
  params: { operator?: string | undefined; engineeringId?: string | undefined; sessionId?: string | undefined }
  fields: UnsentSession['fields']
}

/** What a form of the page was about to send, kept instead. */
export function unsentFrom({ person, missions }: TakenAlong, { params, fields }: Sent): UnsentSession {
  const { operator = '', engineeringId = '', sessionId = null } = params
  const mission = missionNamed(missions, operator, engineeringId)
  const id = typedIn({ fields }, '_key')?.split('.')[0] ?? newId()
  const title = mission?.mission.title ?? mission?.mission.members[0] ?? ''
  const writtenAt = new Date().toISOString()
  const written = { id, person, operator, engineeringId, title, sessionId, fields, writtenAt }
  return { ...written, photos: [], recordedAs: null, state: 'waiting', reply: null }
}
