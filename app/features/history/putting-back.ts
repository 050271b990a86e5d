import { historyLines } from './history-lines.ts'

/** The edits whose values may be put back, each by the form that made it. */
const formOf = {
  'accompaniment.intake-saved': 'save-intake',
  'accompaniment.opinion-recorded': 'record-opinion',
  'accompaniment.handed-over': 'hand-over',
  'accompaniment.agreements-chosen': 'choose-agreements',
  'accompaniment.postponed': 'bring-back-day',
  'restitution.report-saved': 'save-report',
  'diagnostic.saved': 'save-diagnostic',
  'snapshot.saved': 'save-snapshot',
  'typology.saved': 'save-typology',
  'plan.action-updated': 'update-action',
  'plan.action-moved-on': 'update-action',
  'plan.objective-updated': 'update-objective',
  'note.rewritten': 'update-note',
  'step.answered': 'save-answers',
  'engineering.edited': 'edit-engineering',
  'amendment.signed': 'sign-amendment',
  'organisation.updated': 'update-organisation',
  'organisation.identity-filled': 'update-organisation',
  'organisation.imported-again': 'update-organisation',
  'organisation.merged': 'update-organisation',
  'organisation.parted': 'update-organisation',
  'organisation.person-updated': 'update-person',
  'organisation.label-updated': 'update-label',
  'organisation.establishment-updated': 'update-establishment',
  'territory.edited': 'edit-territory',
  'challenge.edited': 'edit-challenge',
} as const
export type PutBackForm = (typeof formOf)[keyof typeof formOf]

/** What a folder wrote over a case belongs to several forms: each value comes back by the one that asks for it. */
const importedBy: Readonly<Record<string, PutBackForm>> = {
  channel: 'save-intake',
  requestedOn: 'save-intake',
  intakeOn: 'save-intake',
  committeeOn: 'record-opinion',
  opinion: 'record-opinion',
  outcome: 'save-report',
  practitionerId: 'hand-over',
  agreements: 'choose-agreements',
}

/** What the register or the commune gives is not typed, so it is not put back alone. */
const derived = new Set(['department', 'region', 'siren', 'siretDraft', 'rnaDraft', 'communeName'])
const names = new Map<string, PutBackForm>(Object.entries(formOf))

/** The form that puts this field of this event back; null when none does. */
export function putBackForm(event: string, field: string): PutBackForm | null {
  if (derived.has(field)) return null
  return (event === 'accompaniment.imported-again' ? importedBy[field] : names.get(event)) ?? null
}

/** What a field held before an event; null when the event did not change it. */
export function valueBefore(data: Readonly<Record<string, unknown>>, field: string): string | null {
  return historyLines(data).find(line => line.field === field)?.before ?? null
}

/** A field that is filled in before the form is sent: a day proposed, or words. */
export type AskedField = { name: string; kind: 'day' | 'text'; value: string }

/** The form of an edit as it stands now, by the names of its fields. */
export type StandingForm = {
  form: PutBackForm
  /** Null where the form has none: it says what it was shown instead, in `seen`. */
  version: number | null
  fields: readonly (readonly [name: string, value: string])[]
  /** The fields of several values, one per line: a form sends each of them. */
  several: readonly string[]
  /** The field of the form that a field of history is, with what it held before as the form writes it; null when it is none. */
  back: { name: string; value: string } | null
  /** The words of fields that are data of the programme. */
  labels: Readonly<Record<string, Readonly<{ fr: string; en: string }>>>
  /** Whose fields they are, when their names mean something else on other forms. */
  noun?: 'amendment' | 'territory' | 'challenge'
  /** Where a form is sent a difference: the values that are compared. */
  shown?: { now: string; before: string }
  /** What only the person who puts it back can say. */
  asked?: readonly AskedField[]
  /** The words of values that are ids. */
  texts?: Readonly<Record<string, string>>
}

/** The same form with one field as it was, as it is sent. */
function withBack({ fields, several, back }: StandingForm): [string, string][] {
  const others = fields.filter(([name]) => name !== back?.name)
  return [...others, ...(back ? [[back.name, back.value] as const] : [])].flatMap(([name, value]) =>
    (several.includes(name) ? value.split('\n').filter(Boolean) : [value]).map<[string, string]>(one => [name, one]),
  )
}

/** What the page that puts a value back is made of. */
export function shownBack(standing: StandingForm, field: string) {
  const { form, version, labels, back, noun, shown, asked = [], texts = {} } = standing
  const now = shown?.now ?? standing.fields.find(([name]) => name === back?.name)?.[1] ?? ''
  const before = shown?.before ?? back?.value ?? ''
  return { field, form, version, labels, noun, asked, texts, back, now, before, fields: withBack(standing) }
}
export type ShownBack = ReturnType<typeof shownBack>
