import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label, Moment, Question } from '#app/features/programmes/questions.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { isAsked } from '../answers.ts'
import { QuestionField } from './question-field.tsx'

export type StepFormProps = {
  formKey: string
  moment: Moment
  version: number
  questions: readonly Question[]
  values: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
}

/** The words of the answers that open a question. */
export function conditionWords(
  asked: Question,
  questions: readonly Question[],
  locale: keyof Label,
): [string, string] | null {
  const other = questions.find(({ code }) => code === asked.when?.question)
  if (!asked.when || !other) return null
  const answers = asked.when.is.map(code => other.options?.find(option => option.code === code)?.label[locale] ?? code)
  return [other.label[locale], answers.join(', ')]
}

/**
 * The questions of a step. One whose condition is not met is put away once the page lives; what was typed there stays in
 * the form. Without JavaScript all are shown, each under its condition.
 */
export function StepForm({ formKey, moment, version, questions, values, before }: StepFormProps) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const form = useForm('save-answers')
  const [typed, setTyped] = useState<Record<string, string> | null>(null)
  const known = typed ?? values
  const answers = Object.fromEntries(Object.entries(known).map(([code, text]) => [code, text.split('\n')]))
  const watch = (event: FormEvent<HTMLFormElement>) => setTyped(typedIn(event.currentTarget, questions))
  return (
    <div onChange={event => watchForm(event, watch)}>
      <CommandForm name="save-answers" formKey={formKey} draft={form.draft} key={form.generation} className="space-y-7">
        <FormTroubles form={form} fields={questions.map(question => troubleField(question, locale))} />
        <Hidden name="version" value={form.version(version)} />
        <Hidden name="moment" value={moment} />
        {questions.map(question => {
          const words = conditionWords(question, questions, locale)
          return (
            <div key={question.code} hidden={typed !== null && !isAsked(question, questions, answers)}>
              <QuestionField
                question={question}
                form={form}
                stored={values[question.code] ?? ''}
                condition={words && t('condition', { question: words[0], answers: words[1] })}
                before={moment === 'T0' ? null : wordsBefore(question, before[question.code], locale, t('noAnswer'))}
              />
            </div>
          )
        })}
        <ActionBar>
          <Button variant="primary">{t('save')}</Button>
        </ActionBar>
      </CommandForm>
    </div>
  )
}

function troubleField({ code, label, options }: Question, locale: keyof Label) {
  const words = Object.fromEntries((options ?? []).map(option => [option.code, option.label[locale]]))
  return { name: `answers.${code}`, label: label[locale], words }
}

function wordsBefore({ options }: Question, text: string | undefined, locale: keyof Label, none: string): string {
  if (!text) return none
  const wordsOf = (line: string) => options?.find(({ code }) => code === line)?.label[locale] ?? line
  return text.split('\n').map(wordsOf).join(', ')
}

function watchForm(event: FormEvent, watch: (event: FormEvent<HTMLFormElement>) => void) {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (form) watch({ ...event, currentTarget: form })
}

function typedIn(form: HTMLFormElement, questions: readonly Question[]): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(questions.map(({ code }) => [code, data.getAll(`answers.${code}`).join('\n')]))
}
