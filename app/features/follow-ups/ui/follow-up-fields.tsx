import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionList, type QuestionListProps } from '#app/features/steps/ui/question-list.tsx'
import type { FormState } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { TextField } from '#app/ui/field.tsx'
import type { ReviewedAction } from '../action-reviews.ts'
import type { Question, Recalled } from '../questionnaire.ts'
import type { ResponsePage } from '../response-pages.ts'
import { PlanReviewFields } from './plan-review.tsx'
import { QuestionField } from './question-field.tsx'
import { QuoteAudience } from './your-quote.tsx'

export type FollowUpFieldsProps = {
  pages: readonly ResponsePage[]
  form: FormState
  t0: Recalled | null
  /** The questions that the case's programme asks at each wave. */
  tracked: Pick<QuestionListProps, 'questions' | 'values'> & { before: Readonly<Record<string, string>> }
  /** The actions of the plan that the wave asks about. */
  actions: readonly ReviewedAction[]
  locale: Locale
}

/** The questions of some pages of a wave; with what she tells in her words, the consent to be quoted, and who answers. */
export function FollowUpFields({ pages, form, t0, tracked, actions, locale }: FollowUpFieldsProps) {
  const { t } = useTranslation('followUps')
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
      {pages.map((page, index) => {
        const key = `${page.kind}-${index}`
        if (page.kind === 'tracked') return <QuestionList key={key} form={form} {...tracked} />
        if (page.kind === 'plan')
          return (
            <WhileActive key={key}>
              <PlanReviewFields actions={actions} form={form} />
            </WhileActive>
          )
        if (page.kind === 'questions') return page.questions.map(field)
        return (
          <div key={key} className="grid gap-7">
            {page.questions.map(field)}
            <QuoteAudience form={form} />
            <TextField
              {...form.field('respondent')}
              label={t('respondent')}
              hint={t('respondentHint')}
              autoComplete="name"
            />
          </div>
        )
      })}
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
