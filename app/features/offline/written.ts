import { newId } from '#app/kernel/ids.ts'
import { missionNamed, type TakenAlong } from './taken-along.ts'
import type { Refused, UnsentSession } from './unsent.ts'

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
  return { ...written, photos: [], signatures: [], recordedAs: null, state: 'waiting', reply: null }
}
