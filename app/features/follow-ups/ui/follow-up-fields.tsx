import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Measured } from '../comparison.ts'
import { questionnaires } from '../questionnaire.ts'
import type { Wave } from '../waves.ts'
import { QuestionField } from './question-field.tsx'

type Props = { wave: Wave; form: FormState; t0: Measured | null; locale: Locale }

/** The questions of a wave, then the consent to be quoted, then who answers. */
export function FollowUpFields({ wave, form, t0, locale }: Props) {
  const { t } = useTranslation('followUps')
  const consent = form.field('quoteConsent')
  return (
    <div className="grid gap-7">
      {questionnaires[wave].map(question => (
        <QuestionField key={question.code} question={question} form={form} t0={t0} locale={locale} />
      ))}
      <CheckboxField
        name={consent.name}
        label={t('quoteConsent')}
        hint={t('quoteConsentHint')}
        errors={consent.errors}
        defaultChecked={consent.defaultValue !== ''}
      />
      <TextField {...form.field('respondent')} label={t('respondent')} hint={t('respondentHint')} autoComplete="name" />
    </div>
  )
}
