import { parseSubmission } from '@conform-to/dom/future'
import type { FieldErrors, Outcome } from '#app/access/outcome.ts'
import { failureSentence, issueSentence } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { FormReply } from './form-reply.ts'

export type SentForm = {
  /** Which form of the page: its `_form` field. */
  name: string
  /** The form's idempotency key. */
  key: string | undefined
  /** Where its draft is kept, when it is kept while it is typed. */
  draft: string | undefined
  /** The list of fields that was asked to grow instead of the form being sent: its `_more` button. */
  more: string | undefined
  /** Fields as a structure: `needs[0].title` becomes `{ needs: [{ title }] }`. */
  values: Record<string, unknown>
  /** Files by the name of their field, when one was chosen. */
  files: Record<string, File>
  /** Fields as they were sent, to be given back as typed. */
  raw: Record<string, string>
}

/** Reads a form; throws a 4xx response on anything that is not one. */
export async function readForm(request: Request): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response(null, { status: 415 })
  let data: FormData
  try {
    data = await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
  const fields = new FormData()
  const files: Record<string, File> = Object.create(null)
  const raw: Record<string, string> = Object.create(null)
  for (const [name, value] of data) {
    // A field without a file sends an empty one without a name.
    if (typeof value !== 'string' && value.name !== '' && /^[a-z]\w{0,40}$/i.test(name)) files[name] = value
    if (
      typeof value !== 'string' ||
      name.startsWith('_') ||
      /__proto__|constructor|prototype/.test(name) ||
      name.length > 200
    )
      continue
    fields.append(name, value)
    // Boxes of one name: each that was ticked, one per line.
    raw[name] = Object.hasOwn(raw, name) ? `${raw[name]}\n${value}` : value
  }
  const key = data.get('_key')
  const form = data.get('_form')
  const draft = data.get('_draft')
  const more = data.get('_more')
  return {
    name: typeof form === 'string' ? form : '',
    key: typeof key === 'string' && /^[\w:.-]{8,120}$/.test(key) ? key : undefined,
    draft: typeof draft === 'string' && draft.length <= 300 ? draft : undefined,
    more: typeof more === 'string' && /^[a-z]\w{0,40}$/i.test(more) ? more : undefined,
    values: structure(fields),
    files: { ...files },
    raw: { ...raw },
  }
}

function structure(fields: FormData): Record<string, unknown> {
  try {
    return parseSubmission(fields).payload
  } catch {
    // Names that contradict each other (`a` and `a[b]`) are no form of ours.
    throw new Response(null, { status: 400 })
  }
}

/** What the page shows when the use case did not accept the form: sentences tied to fields, and what was typed. */
export function formReply(
  form: SentForm,
  outcome: Exclude<Outcome<unknown>, { kind: 'done' | 'not-found' | 'second-factor' }>,
  locale: Locale,
): FormReply {
  const base = { form: form.name, values: form.raw }
  switch (outcome.kind) {
    case 'invalid':
      return { ...base, status: 'invalid', fields: translated(outcome.fields, locale) }
    case 'failed': {
      const { tag, params, field } = outcome.failure
      const sentence = failureSentence(locale, tag, params)
      return { ...base, status: 'failed', tag, fields: { [field ?? '']: [sentence] } }
    }
    case 'conflict':
      return { ...base, status: 'conflict', fields: {}, conflict: outcome.current }
  }
}

/** The form again with a longer list, where nothing runs in the browser to lengthen it there. */
export const longerForm = ({ name, raw, more }: SentForm): FormReply => ({
  form: name,
  status: 'longer',
  fields: {},
  values: raw,
  ...(more && { more }),
})

function translated(fields: FieldErrors, locale: Locale): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, issues]) => [name, issues.map(issue => issueSentence(locale, issue))]),
  )
}

export const statusOf = (kind: 'invalid' | 'failed' | 'conflict') =>
  ({ invalid: 422, failed: 422, conflict: 409 })[kind]
