import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { formatNumber, type Locale } from '#app/i18n/formats.ts'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { NumberField, TextArea } from '#app/ui/field.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import type { Measured } from '../comparison.ts'
import type { Question } from '../questionnaire.ts'

type Props = { question: Question; form: FormState; t0: Measured | null; locale: Locale }

/** One question of a wave; where the diagnostic measured the same, its answer is recalled under the question. */
export function QuestionField({ question, form, t0, locale }: Props) {
  const { t } = useTranslation('followUps')
  const { name, defaultValue, errors } = form.field(question.code)
  const label = t(`questions.${question.code}`)
  const before = 'since' in question && question.since ? t0?.[question.since] : null
  const hint =
    before === null || before === undefined ? undefined : t('atDiagnostic', { value: formatNumber(before, locale) })
  const given = defaultValue === '' ? undefined : Number(defaultValue)
  switch (question.kind) {
    case 'scale':
      return (
        <ScaleField
          name={name}
          label={label}
          hint={hint}
          errors={errors}
          max={question.max}
          defaultValue={given}
          lowLabel={t('low')}
          highLabel={t('high')}
          unknownLabel={t('unknownLabel')}
        />
      )
    case 'count':
      return <NumberField name={name} label={label} hint={hint} errors={errors} defaultValue={defaultValue} />
    case 'choice':
      return (
        <ChoiceGroup
          name={name}
          label={label}
          errors={errors}
          defaultValue={defaultValue}
          options={[
            ...question.options.map(value => ({ value, label: t(`options.${value as 'none'}`) })),
            { value: '', label: t('unknownLabel') },
          ]}
        />
      )
    case 'text':
      return (
        <TextArea name={name} label={label} errors={errors} defaultValue={defaultValue} rows={3} maxLength={2000} />
      )
  }
}
