import { historyLines } from './history-lines.ts'

/**
 * The edits whose values may be put back, each by the form that made it: what history says was changed otherwise (a
 * state, an import, several cases at once) has no form to be written again by.
 */
const formOf = {
  'accompaniment.intake-saved': 'save-intake',
  'accompaniment.opinion-recorded': 'record-opinion',
  'restitution.report-saved': 'save-report',
  'diagnostic.saved': 'save-diagnostic',
  'snapshot.saved': 'save-snapshot',
  'typology.saved': 'save-typology',
  'plan.action-updated': 'update-action',
  'plan.action-moved-on': 'update-action',
  'plan.objective-updated': 'update-objective',
  'note.rewritten': 'update-note',
  'step.answered': 'save-answers',
  'organisation.updated': 'update-organisation',
} as const
export type PutBackForm = (typeof formOf)[keyof typeof formOf]

const names = new Map<string, PutBackForm>(Object.entries(formOf))
export const putBackForm = (event: string): PutBackForm | null => names.get(event) ?? null

/** Of the organisation's sheet: what the register or the commune gives is not typed, so it is not put back alone. */
const derived = new Set(['department', 'region', 'siren', 'siretDraft', 'rnaDraft', 'communeName'])
export const mayPutBack = (event: string, field: string) => putBackForm(event) !== null && !derived.has(field)

/** What a field held before an event; null when the event did not change it. */
export function valueBefore(data: Readonly<Record<string, unknown>>, field: string): string | null {
  return historyLines(data).find(line => line.field === field)?.before ?? null
}

/** The form of an edit as it stands now, by the names of its fields. */
export type StandingForm = {
  form: PutBackForm
  version: number
  fields: readonly (readonly [name: string, value: string])[]
  /** The fields of several values, one per line: a form sends each of them. */
  several: readonly string[]
  /** The field of the form that a field of history is, with what it held before as the form writes it; null when it is none. */
  back: { name: string; value: string } | null
  /** The words of fields that are data of the programme. */
  labels: Readonly<Record<string, Readonly<{ fr: string; en: string }>>>
}

/** The same form with one field as it was, as it is sent. */
export function withBack({ fields, several, back }: StandingForm): [string, string][] {
  const others = fields.filter(([name]) => name !== back?.name)
  return [...others, ...(back ? [[back.name, back.value] as const] : [])].flatMap(([name, value]) =>
    (several.includes(name) ? value.split('\n').filter(Boolean) : [value]).map<[string, string]>(one => [name, one]),
  )
}
