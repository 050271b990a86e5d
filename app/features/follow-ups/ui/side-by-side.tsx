import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { SideBySide } from '../respondent-view.ts'
import { useAnswerWords } from './use-answer-words.ts'

type Props = { sideBySide: SideBySide; names: ReadonlyMap<string, string> }
type Row = { key: string; label: string; said: string[]; isSame: boolean }

/** The answers of several people to the same questions; what sets them apart is marked. */
export function SideBySideTable({ sideBySide, names }: Props) {
  const { t } = useTranslation('followUps')
  const rows = useRows(sideBySide)
  const differing = rows.filter(({ isSame }) => !isSame).length
  return (
    <div className="mt-3">
      <h4>{t('respondents.table')}</h4>
      <p className="mb-2 text-ink-2">
        {differing === 0 ? t('respondents.same_zero') : t('respondents.same', { count: differing })}
      </p>
      <DataTable
        caption={t('respondents.table')}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'question',
            header: t('tracked.question'),
            rowHeader: true,
            cell: ({ label, isSame }) => (
              <>
                {label}
                {isSame ? null : (
                  <>
                    <span aria-hidden="true"> •</span>
                    <span className="sr-only"> ({t('respondents.differs')})</span>
                  </>
                )}
              </>
            ),
          },
          ...sideBySide.of.map((id, index) => ({
            key: id,
            header: names.get(id) ?? '',
            cell: ({ said }: Row) => said[index] || <NoAnswer />,
          })),
        ]}
      />
    </div>
  )
}

function useRows({ questions, tracked, actions }: SideBySide): Row[] {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const words = useAnswerWords()
  const statuses = t('review.statuses', { returnObjects: true })
  const options: Record<string, string> = t('options', { returnObjects: true })
  const written = (value: string | number | readonly string[] | null): string => {
    if (typeof value === 'number') return formatNumber(value, locale)
    if (value === null) return ''
    return typeof value === 'string' ? (options[value] ?? value) : value.map(one => options[one] ?? one).join(', ')
  }
  return [
    ...questions.map(({ code, said, isSame }) => ({
      key: code,
      label: t(`short.${code}`),
      said: said.map(({ value, isDeclined }) => (isDeclined ? t('respondents.declined') : written(value))),
      isSame,
    })),
    ...tracked.map(({ question, said, isSame }) => ({
      key: `tracked.${question.code}`,
      label: words.label(question),
      said: said.map(value => words.answer(question, value ?? undefined)),
      isSame,
    })),
    ...actions.map(({ id, title, said, isSame }) => ({
      key: `action.${id}`,
      label: title,
      said: said.map(view =>
        view
          ? [view.status && statuses[view.status], view.word && t('review.quoted', { word: view.word })]
              .filter(Boolean)
              .join(' : ')
          : '',
      ),
      isSame,
    })),
  ]
}

function NoAnswer() {
  const { t } = useTranslation('common')
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('unknown')}</span>
    </>
  )
}
