import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type StandingMergesProps = {
  formKey: string
  base: string
  /** The sheet that this one was merged into. */
  into: { id: string; name: string } | null
  merges: readonly { id: string; name: string; mergedOn: string; until: string }[]
}

/** What was merged here and may still be undone, or where this sheet went. */
export function StandingMerges({ formKey, base, into, merges }: StandingMergesProps) {
  const { t } = useTranslation('organisations')
  const dayWords = useDayWords()
  const form = useForm('undo-merge')
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      <FormTroubles form={form} fields={[]} />
      {into ? (
        <Notice tone="late" title={t('merge.intoTitle')}>
          <p>
            <Link to={`${base}/${into.id}`}>{t('merge.into', { name: into.name })}</Link>
          </p>
        </Notice>
      ) : null}
      {merges.map(merge => (
        <Notice
          key={merge.id}
          title={t('merge.standing', { name: merge.name, on: dayWords(merge.mergedOn) })}
          action={
            <CommandForm name="undo-merge" formKey={`${formKey}.${merge.id.slice(-6)}`}>
              <Hidden name="mergeId" value={merge.id} />
              <Button>{t('merge.undo', { name: merge.name })}</Button>
            </CommandForm>
          }
        >
          <p>{t('merge.until', { on: dayWords(merge.until) })}</p>
        </Notice>
      ))}
    </div>
  )
}
