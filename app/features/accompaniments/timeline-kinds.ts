/** What the line of a case may be narrowed to, by the name in its address; each holds the events of some nouns. */
const nouns = {
  notes: [],
  dossier: ['accompaniment', 'referral', 'organisation', 'challenge'],
  diagnostic: ['diagnostic', 'snapshot', 'step', 'expert-review'],
  parcours: ['plan', 'restitution'],
  seances: ['engineering', 'consultation', 'offer', 'consultant', 'session'],
  suivi: ['follow-up'],
  messages: ['message', 'reminder'],
} as const
export type TimelineKind = keyof typeof nouns
export const timelineKinds = [
  'notes',
  'dossier',
  'diagnostic',
  'parcours',
  'seances',
  'suivi',
  'messages',
] as const satisfies readonly TimelineKind[]

/** The nouns whose events a kind shows; null for all of them. */
export const nounsOf = (kind: TimelineKind | null): readonly string[] | null => (kind ? nouns[kind] : null)

/** Notes stand in the whole line, and in their own. */
export const holdsNotes = (kind: TimelineKind | null) => kind === null || kind === 'notes'
