import { useTranslation } from 'react-i18next'
import type { Label, Moment, Question } from '#app/features/programmes/questions.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { QuestionList } from './question-list.tsx'

export type StepFormProps = {
  formKey: string
  moment: Moment
  version: number
  questions: readonly Question[]
  values: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
}

/** The questions of a step, kept as a draft while they are answered. */
export function StepForm({ formKey, moment, version, questions, values, before }: StepFormProps) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const form = useForm('save-answers')
  return (
    <CommandForm name="save-answers" formKey={formKey} draft={form.draft} key={form.generation} className="space-y-7">
      <FormTroubles form={form} fields={questions.map(question => troubleField(question, locale))} />
      <Hidden name="version" value={form.version(version)} />
      <Hidden name="moment" value={moment} />
      <QuestionList form={form} questions={questions} values={values} {...(moment !== 'T0' && { before })} />
      <ActionBar>
        <Button variant="primary">{t('save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}

function troubleField({ code, label, options }: Question, locale: keyof Label) {
  const words = Object.fromEntries((options ?? []).map(option => [option.code, option.label[locale]]))
  return { name: `answers.${code}`, label: label[locale], words }
}
