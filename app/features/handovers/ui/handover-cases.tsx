import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '#app/ui/data-table.tsx'

export type HandedCase = {
  number: string
  title: string
  brief: string | null
  actions: number
  notices: number
  holder: string | null
}

/** The cases of a passation, each with its brief and what came with it. */
export function HandoverCases({ cases, base }: { cases: readonly HandedCase[]; base: string }) {
  const { t } = useTranslation('handovers')
  return (
    <DataTable
      caption={t('cases')}
      hideCaption
      rows={cases}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'case',
          header: t('case'),
          rowHeader: true,
          width: 'w-1/3',
          cell: ({ number, title }) => (
            <>
              <Link to={`${base}/accompagnements/${number}`}>{title}</Link>
              <span className="block text-sm font-normal text-ink-2">{number}</span>
            </>
          ),
        },
        {
          key: 'brief',
          header: t('brief'),
          cell: ({ brief }) => <span className="whitespace-pre-wrap">{brief ?? t('noBrief')}</span>,
        },
        {
          key: 'with',
          header: t('with'),
          cell: ({ actions, notices }) =>
            [actions > 0 && t('actions', { count: actions }), notices > 0 && t('notices', { count: notices })]
              .filter(Boolean)
              .join(' · '),
        },
        { key: 'holder', header: t('holder'), cell: ({ holder }) => holder ?? '' },
      ]}
    />
  )
}
