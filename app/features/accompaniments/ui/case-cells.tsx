import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Label } from '../state-labels.ts'
import { useDayWords, useDueWords, useNextWords } from './case-words.ts'

export type CaseRow = {
  id: string
  number: string
  title: string
  programme: string
  state: { code: string; label: Label }
  practitioner: string | null
  nextStep: string | null
  nextFor: string | null
  nextOn: string | null
  nextDetail: string | null
}

export function CaseName({ row: { title, number, programme }, base }: { row: CaseRow; base: string }) {
  return (
    <>
      <Link to={`${base}/accompagnements/${number}`} className="inline-block py-0.5 font-semibold">
        {title}
      </Link>
      <span className="block text-sm font-normal text-ink-2">
        {number} · {programme}
      </span>
    </>
  )
}

/** What is next, and of whom it is waited for when it is not her. */
export function CaseNext({ row }: { row: CaseRow }) {
  const { t } = useTranslation('cases')
  const nextWords = useNextWords()
  const whose: Record<string, string> = t('for', { returnObjects: true })
  return (
    <>
      {nextWords(row)}
      {row.nextFor && row.nextFor !== 'practitioner' ? (
        <span className="block text-sm text-ink-2">{whose[row.nextFor]}</span>
      ) : null}
    </>
  )
}

export function CaseDue({ row: { nextStep, nextOn }, today }: { row: CaseRow; today: string }) {
  const dueWords = useDueWords(today)
  const dayWords = useDayWords()
  if (!nextStep) return null
  const { words, tone } = dueWords(nextOn)
  return (
    <>
      <StatusTag tone={tone}>{words}</StatusTag>
      {nextOn ? <span className="block text-sm text-ink-2">{dayWords(nextOn)}</span> : null}
    </>
  )
}
