import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionList, type QuestionListProps } from '#app/features/steps/ui/question-list.tsx'
import type { FormState } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Measured } from '../comparison.ts'
import { type Question, questionnaires } from '../questionnaire.ts'
import type { Wave } from '../waves.ts'
import { QuestionField } from './question-field.tsx'

export type FollowUpFieldsProps = {
  wave: Wave
  form: FormState
  t0: Measured | null
  /** The questions that the case's programme asks at each wave. */
  tracked: Pick<QuestionListProps, 'questions' | 'values'> & { before: Readonly<Record<string, string>> }
  locale: Locale
}

/** The questions of a wave with those that the programme tracks, what she tells in her words, the consent to be quoted, then who answers. */
export function FollowUpFields({ wave, form, t0, tracked, locale }: FollowUpFieldsProps) {
  const { t } = useTranslation('followUps')
  const consent = form.field('quoteConsent')
  const field = (question: Question) => {
    const asked = <QuestionField key={question.code} question={question} form={form} t0={t0} locale={locale} />
    return 'whileActive' in question && question.whileActive ? (
      <WhileActive key={question.code}>{asked}</WhileActive>
    ) : (
      asked
    )
  }
  return (
    <div className="group/wave grid gap-7">
      {questionnaires[wave].filter(({ kind }) => kind !== 'text').map(field)}
      {tracked.questions.length > 0 ? <QuestionList form={form} {...tracked} /> : null}
      {questionnaires[wave].filter(({ kind }) => kind === 'text').map(field)}
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

/** Put away once the organisation is said to have closed or merged: by CSS alone, so that it also works without JavaScript. */
function WhileActive({ children }: { children: ReactNode }) {
  return (
    <div className="group-has-[input[name=standing][value=closed]:checked]/wave:hidden group-has-[input[name=standing][value=merged]:checked]/wave:hidden">
      {children}
    </div>
  )
}
