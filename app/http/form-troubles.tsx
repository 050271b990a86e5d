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
    const field = fields.find(({ name }) => name === error.name)
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
    const [own, other] = [plain(mine[name] ?? ''), plain(theirs[name] ?? '')]
    return own === other ? [] : [{ label, mine: words?.[own] ?? own, theirs: words?.[other] ?? other }]
  })
}
