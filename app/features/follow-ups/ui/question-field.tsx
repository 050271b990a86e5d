import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { formatNumber, type Locale } from '#app/i18n/formats.ts'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { NumberField, TextArea } from '#app/ui/field.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import type { Question, Recalled } from '../questionnaire.ts'

type Props = { question: Question; form: FormState; t0: Recalled | null; locale: Locale }

/**
 * One question of a wave; where the diagnostic measured the same, its answer is recalled under the question. Whoever would
 * rather not answer says so: that is no answer left out.
 */
export function QuestionField(props: Props) {
  const { t } = useTranslation('followUps')
  const { question, form } = props
  const declined = form.field('declined').defaultValue.split('\n')
  return (
    <div>
      <Asked {...props} />
      <label className="mt-1 flex min-h-11 w-fit cursor-pointer items-center gap-3 text-ink-2">
        <input
          type="checkbox"
          name="declined"
          value={question.code}
          defaultChecked={declined.includes(question.code)}
          className="size-5.5"
        />
        {t('unknownLabel')}
        <span className="sr-only"> : {t(`questions.${question.code}`)}</span>
      </label>
    </div>
  )
}

function Asked({ question, form, t0, locale }: Props) {
  const { t } = useTranslation('followUps')
  const { name, defaultValue, errors } = form.field(question.code)
  const label = t(`questions.${question.code}`)
  const option = (value: string) => t(`options.${value as 'none'}`)
  const before = recalled(question, t0, { option, number: value => formatNumber(value, locale) })
  const hint = before ? t('atDiagnostic', { value: before }) : undefined
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
          options={question.options.map(value => ({ value, label: option(value) }))}
        />
      )
    case 'choices':
      return (
        <ChoiceGroup
          name={name}
          label={label}
          hint={hint}
          errors={errors}
          multiple
          defaultValue={defaultValue.split('\n')}
          options={question.options.map(value => ({ value, label: option(value) }))}
        />
      )
    case 'text':
      return <TextArea {...{ name, label, hint, errors, defaultValue }} rows={3} maxLength={2000} />
  }
}

type Words = { option: (value: string) => string; number: (value: number) => string }

/** What the diagnostic says of what is asked; null where it says nothing. */
function recalled(question: Question, t0: Recalled | null, { option, number }: Words): string | null {
  if (!t0 || !('since' in question) || !question.since) return null
  const before = t0[question.since]
  if (typeof before === 'number') return number(before)
  // The words around it end the sentence.
  return Array.isArray(before) ? before.map(option).join(', ') : (before?.trimEnd().replace(/\.$/, '') ?? null)
}
