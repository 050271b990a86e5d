import { shortTexts } from '#app/features/history/history-lines.ts'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { stateOf } from './lifecycle.ts'
import type { Label } from './state-labels.ts'

type EventRow = {
  id: string
  name: string
  actorKind: string
  actorId: string | null
  actorName: string
  happenedOn: string
  at: Date
  data: Record<string, unknown>
}
type NoteRow = {
  id: string
  body: string
  version: number
  at: Date
  authorId: string | null
  author: string | null
  audience: 'internal' | 'shared'
}

export type TimelineEntry = {
  id: string
  at: string
  happenedOn: string | null
  /** The event's name, which its sentence is found by; null for a note. */
  event: string | null
  /** Short values that the sentence may hold. */
  params: Record<string, string>
  /** Where a transition led. */
  to: Label | null
  note: { id: string; body: string; mine: boolean; isShared: boolean } | null
  who: { kind: 'me' | 'member' | 'link' | 'consultant' | 'system'; name: string }
}

/** Said by the note itself, which stands in the line at its own date. */
const saidOtherwise = new Set(['note.added', 'note.rewritten'])

const kinds: Record<string, TimelineEntry['who']['kind']> = {
  practitioner: 'member',
  manager: 'member',
  contact: 'link',
  consultant: 'consultant',
  system: 'system',
}

/** Events and notes in one line, the latest first. Only short texts and numbers of an event's data reach the screen. */
export function timelineOf({
  events,
  notes,
  me,
  definition,
}: {
  events: readonly EventRow[]
  notes: readonly NoteRow[]
  me: string | null
  definition: ProgrammeDefinition
}): TimelineEntry[] {
  const told = events
    .filter(({ name }) => !saidOtherwise.has(name))
    .map<TimelineEntry>(({ id, name, actorKind, actorId, actorName, happenedOn, at, data }) => ({
      id,
      at: at.toISOString(),
      happenedOn,
      event: name,
      params: shortTexts(data),
      to: stateOf(definition, newState(data))?.label ?? null,
      note: null,
      who: { kind: actorId !== null && actorId === me ? 'me' : (kinds[actorKind] ?? 'member'), name: actorName },
    }))
  const written = notes.map<TimelineEntry>(({ id, body, at, authorId, author, audience }) => ({
    id,
    at: at.toISOString(),
    happenedOn: null,
    event: null,
    params: {},
    to: null,
    note: { id, body, mine: authorId === me, isShared: audience === 'shared' },
    who: { kind: authorId === me ? 'me' : 'member', name: author ?? '' },
  }))
  return [...told, ...written].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
}

function newState(data: Record<string, unknown>): string {
  const { changes } = data
  if (typeof changes !== 'object' || changes === null || !('state' in changes) || !Array.isArray(changes.state))
    return ''
  return String(changes.state[1] ?? '')
}
