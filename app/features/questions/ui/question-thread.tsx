import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Question } from '../question.ts'

/** One question with its answer, or with the way to give one. */
export function QuestionThread({
  question,
  heading,
  children,
}: {
  question: Question
  heading?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslation('questions')
  const locale = useLocale()
  const { body, askedByName, askedAt, answer, answeredByName, answeredAt } = question
  return (
    <li className="max-w-[68ch] space-y-3 border-b border-line py-5 first:pt-0 last:border-0">
      {heading}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem] text-ink-2">
        <span>{t('section.asked', { name: askedByName, day: writtenInstant(askedAt, locale) })}</span>
        {answeredAt ? (
          <StatusTag tone="done">{t('section.done')}</StatusTag>
        ) : (
          <StatusTag tone="late">{t('section.waiting')}</StatusTag>
        )}
      </div>
      <p className="font-serif text-lg leading-relaxed wrap-anywhere whitespace-pre-wrap">{body}</p>
      {answer ? (
        <div className="border-l-3 border-sea pl-4">
          <p className="text-[0.9375rem] text-ink-2">
            {t('section.answered', { name: answeredByName, day: writtenInstant(answeredAt, locale) })}
          </p>
          <p className="mt-1 wrap-anywhere whitespace-pre-wrap">{answer}</p>
        </div>
      ) : null}
      {children}
    </li>
  )
}
