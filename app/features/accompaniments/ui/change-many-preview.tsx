import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Gesture, Verdict } from '../many-cases.ts'
import { useDayWords } from './case-words.ts'

export type ConsideredShown = {
  number: string
  title: string
  practitioner: string | null
  nextOn: string | null
  verdict: Verdict | null
}

/** Case by case: what would change, and what stays and why. */
export function ChangePreview({
  cases,
  gesture,
  base,
}: {
  cases: readonly ConsideredShown[]
  gesture: Gesture | null
  base: string
}) {
  const { t } = useTranslation(['caseload', 'cases'])
  const dayWords = useDayWords()
  const isJudged = cases.some(({ verdict }) => verdict)
  const title = isJudged ? t('caseload:many.preview') : t('caseload:many.chosen', { count: cases.length })
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        hideCaption
        rows={cases}
        rowKey={({ number }) => number}
        columns={[
          {
            key: 'case',
            header: t('caseload:many.case'),
            rowHeader: true,
            width: 'w-1/3',
            cell: ({ number, title }) => (
              <>
                <Link to={`${base}/${number}`}>{title}</Link>
                <span className="block text-sm font-normal text-ink-2">{number}</span>
              </>
            ),
          },
          isJudged
            ? {
                key: 'result',
                header: t('caseload:many.result'),
                cell: ({ verdict }) => (verdict ? <VerdictWords verdict={verdict} gesture={gesture} /> : null),
              }
            : {
                key: 'now',
                header: t('caseload:many.now'),
                cell: ({ practitioner, nextOn }) =>
                  [practitioner ?? t('cases:case.nobody'), dayWords(nextOn)].filter(Boolean).join(' · '),
              },
        ]}
      />
    </Section>
  )
}

function VerdictWords({ verdict, gesture }: { verdict: Verdict; gesture: Gesture | null }) {
  const { t } = useTranslation('caseload')
  const dayWords = useDayWords()
  if (verdict.kind === 'same') return <span className="text-ink-2">{t('many.same')}</span>
  if (verdict.kind === 'refused')
    return (
      <StatusTag tone="stop">
        <span className="whitespace-normal">{t(`many.refused.${verdict.why}`)}</span>
      </StatusTag>
    )
  const shown = (value: string | null) => (gesture === 'reporter' ? dayWords(value) : value) || t('many.empty')
  return (
    <>
      {t('many.becomes', { before: shown(verdict.before), after: shown(verdict.after) })}
      {verdict.warning ? (
        <span className="mt-1 block">
          <StatusTag tone="late">
            <span className="whitespace-normal">{t(`many.${verdict.warning}`)}</span>
          </StatusTag>
        </span>
      ) : null}
    </>
  )
}
