import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Measured } from '../comparison.ts'
import type { Wave } from '../waves.ts'
import { FollowUpFields, type FollowUpFieldsProps } from './follow-up-fields.tsx'

export type FollowUpAnswerProps = {
  page: {
    operator: string
    organisation: string | null
    wave: Wave
    isOpen: boolean
    answeredOn: string | null
    t0: Measured | null
    tracked: FollowUpFieldsProps['tracked']
  }
  formKey: string
  locale: Locale
}

/** What the organisation answers, on its phone, in a minute and a half. */
export function FollowUpAnswer({ page, formKey, locale }: FollowUpAnswerProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const form = useForm('answer')
  const answeredOn = day(page.answeredOn)
  if (!page.isOpen) {
    return (
      <>
        <h1 className="mb-5">{t('followUps:answer.thanksTitle')}</h1>
        <Notice tone="done" role="status">
          {answeredOn ? <p>{t('followUps:answer.thanks', { day: formatDay(answeredOn, locale, 'long') })}</p> : null}
        </Notice>
      </>
    )
  }
  const { operator, organisation } = page
  return (
    <>
      <h1>{t('followUps:answer.title')}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">
        {organisation
          ? t('followUps:answer.lede', { operator, organisation })
          : t('followUps:answer.ledeWithoutName', { operator })}{' '}
        {t('followUps:answer.optional')}
      </p>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={[...form.formErrors.map(message => ({ message })), ...form.summary]}
      />
      <CommandForm name="answer" formKey={formKey}>
        <FollowUpFields wave={page.wave} form={form} t0={page.t0} tracked={page.tracked} locale={locale} />
        <p className="my-6 text-[0.9375rem] text-ink-2">{t('followUps:answer.privacy', { operator })}</p>
        <Button variant="primary" className="w-full sm:w-auto" disabled={form.isSending}>
          {t('followUps:answer.submit')}
        </Button>
      </CommandForm>
    </>
  )
}
