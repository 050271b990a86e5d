import { useTranslation } from 'react-i18next'
import { ConflictPanel } from '#app/ui/conflict-panel.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { FormState } from './form.tsx'

export type TroubleField = {
  name: string
  label: string
  /** Only when two forms of the page have a field of this name. */
  id?: string
  /** For a field whose value is a code: the words that the person reads. */
  words?: Readonly<Record<string, string>>
}

/**
 * At the top of every form: what was refused, or both texts when somebody saved first. The form below keeps what was
 * typed, and sends the version that was just read.
 */
export function FormTroubles({ form, fields }: { form: FormState; fields: readonly TroubleField[] }) {
  const { t } = useTranslation('common')
  const conflict = form.reply?.conflict
  const named = (error: FormState['summary'][number]) => {
    const field =
      fields.find(({ name }) => name === error.name) ?? fields.find(({ name }) => name === listOf(error.name))
    return { ...error, ...(field && { label: field.label }), ...(field?.id && { id: field.id }) }
  }
  return (
    <>
      {form.formErrors.map(message => (
        <Notice key={message} tone="stop" role="alert">
          {message}
        </Notice>
      ))}
      <ErrorSummary title={t('errorSummary')} errors={form.summary.map(named)} />
      {conflict ? (
        <div className="mb-6">
          <ConflictPanel
            title={t('conflictTitle')}
            mineLabel={t('conflictYours')}
            theirsLabel={conflict.changedBy ? `${t('conflictTheirs')} (${conflict.changedBy})` : t('conflictTheirs')}
            emptyLabel={t('unknown')}
            rows={differing(fields, form.reply?.values ?? {}, conflict.values)}
          >
            {t('conflictHelp')}
          </ConflictPanel>
        </div>
      ) : null}
    </>
  )
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()

function differing(
  fields: readonly TroubleField[],
  mine: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
) {
  return fields.flatMap(({ name, label, words }) => {
    const [own, other] = [plain(typedIn(mine, name)), plain(theirs[name] ?? '')]
    const worded = (text: string) =>
      words
        ? text
            .split('\n')
            .map(one => words[one] ?? one)
            .join('\n')
        : text
    return own === other ? [] : [{ label, mine: worded(own), theirs: worded(other) }]
  })
}

/** `nextSteps[0].text` is a field of the list `nextSteps`. */
const listOf = (field: string) => field.replace(/\[.*$/s, '')

/** What was typed in a field; of a list of fields, one line each with its parts side by side, as its values are written. */
function typedIn(typed: Readonly<Record<string, string>>, name: string): string {
  if (typed[name] !== undefined) return typed[name]
  const lines = new Map<string, string[]>()
  for (const [field, value] of Object.entries(typed)) {
    const rank = field.startsWith(`${name}[`) ? field.slice(name.length, field.indexOf(']') + 1) : null
    if (rank && value.trim()) lines.set(rank, [...(lines.get(rank) ?? []), value.trim()])
  }
  return [...lines.values()].map(parts => parts.join(' · ')).join('\n')
}
