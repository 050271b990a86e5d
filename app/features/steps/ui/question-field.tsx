import { useTranslation } from 'react-i18next'
import type { Question } from '#app/features/programmes/questions.ts'
import type { FormState } from '#app/http/form.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, FileField, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'

type Props = {
  question: Question
  form: Pick<FormState, 'field'>
  /** What is stored, as the field writes it. */
  stored: string
  /** Whose condition it is asked under, and the answers that open it, in words. */
  condition: string | null
  /** What was answered at T0, when it is asked again. */
  before: string | null
}

/** One question, by the field of its kind. */
export function QuestionField({ question, form, stored, condition, before }: Props) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const { code, label, hint, kind, required, confidential } = question
  const hints = [
    condition,
    hint?.[locale],
    confidential && t('confidential'),
    before === null ? null : t('before', { answer: before }),
  ].filter(Boolean)
  const { name, defaultValue, errors } = form.field(`answers.${code}`, stored)
  const field = {
    name,
    label: label[locale],
    ...(errors && { errors }),
    ...(hints.length > 0 && { hint: hints.join(' ') }),
    ...(required && { mark: t('required') }),
  }
  const options = (question.options ?? []).map(option => ({ value: option.code, label: option.label[locale] }))
  const unit = kind === 'euros' ? '€' : question.unit?.[locale]
  switch (kind) {
    case 'line':
      return <TextField {...field} defaultValue={defaultValue} />
    case 'text':
      return <TextArea {...field} defaultValue={defaultValue} />
    case 'number':
    case 'euros':
      return <NumberField {...field} defaultValue={defaultValue} {...(unit && { unit })} />
    case 'file':
      return <FileField {...field} />
    case 'date':
      return <DateField {...field} defaultValue={defaultValue} />
    case 'choice':
      return options.length > 7 ? (
        <Select {...field} defaultValue={defaultValue} options={options} placeholder={t('choose')} />
      ) : (
        <ChoiceGroup {...field} defaultValue={defaultValue} options={options} />
      )
    case 'choices':
      return <ChoiceGroup {...field} multiple defaultValue={defaultValue.split('\n')} options={options} />
    case 'scale':
      return (
        <ScaleField
          {...field}
          max={question.scale?.max ?? 4}
          lowLabel={question.scale?.low[locale] ?? ''}
          highLabel={question.scale?.high[locale] ?? ''}
          unknownLabel={t('dontKnow')}
          {...(defaultValue !== '' && { defaultValue: Number(defaultValue) })}
        />
      )
  }
}
