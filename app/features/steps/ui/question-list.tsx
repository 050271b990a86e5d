import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label, Question } from '#app/features/programmes/questions.ts'
import type { FormState } from '#app/http/form.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { isAsked } from '../answers.ts'
import { QuestionField } from './question-field.tsx'

export type QuestionListProps = {
  form: Pick<FormState, 'field'>
  questions: readonly Question[]
  /** What is stored of each, as its field writes it. */
  values: Readonly<Record<string, string>>
  /** What was answered at T0, where the questions are asked again. */
  before?: Readonly<Record<string, string>>
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
 * The fields of questions, inside a form. One whose condition is not met is put away once the page lives; what was typed
 * there stays in the form. Without JavaScript all are shown, each under its condition.
 */
export function QuestionList({ form, questions, values, before }: QuestionListProps) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const [typed, setTyped] = useState<Record<string, string> | null>(null)
  const answers = Object.fromEntries(Object.entries(typed ?? values).map(([code, text]) => [code, text.split('\n')]))
  const watch = ({ target }: FormEvent) => {
    const around = target instanceof Element ? target.closest('form') : null
    if (around) setTyped(typedIn(around, questions))
  }
  return (
    <div className="space-y-7" onChange={watch}>
      {questions.map(question => {
        const words = conditionWords(question, questions, locale)
        return (
          <div key={question.code} hidden={typed !== null && !isAsked(question, questions, answers)}>
            <QuestionField
              question={question}
              form={form}
              stored={values[question.code] ?? ''}
              condition={words && t('condition', { question: words[0], answers: words[1] })}
              before={before ? wordsBefore(question, before[question.code], locale, t('noAnswer')) : null}
            />
          </div>
        )
      })}
    </div>
  )
}

function wordsBefore({ kind, options }: Question, text: string | undefined, locale: keyof Label, none: string): string {
  if (!text) return none
  const asDay = kind === 'date' ? day(text) : null
  if (asDay) return formatDay(asDay, locale)
  const wordsOf = (line: string) => options?.find(({ code }) => code === line)?.label[locale] ?? line
  return text.split('\n').map(wordsOf).join(', ')
}

function typedIn(form: HTMLFormElement, questions: readonly Question[]): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(questions.map(({ code }) => [code, data.getAll(`answers.${code}`).join('\n')]))
}
