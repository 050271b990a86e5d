import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { type Column, DataTable, type Sort } from '#app/ui/data-table.tsx'
import type { Sorting } from '../caseload-filter.ts'
import { CaseDue, CaseName, CaseNext, type CaseRow } from './case-cells.tsx'

export type CaseTableProps = {
  caption: string
  hideCaption?: boolean
  rows: readonly CaseRow[]
  base: string
  today: string
  /** Whose case it is: for the lists of a team. */
  showPractitioner?: boolean
  /** Where a heading that sorts leads, and whether it does already. */
  sort?: (by: Sorting) => Sort
  /** A box before each name, under this name: the table stands in a form. */
  choose?: string
}

/** Cases with what is next for each, and when. */
export function CaseTable({ caption, hideCaption, rows, base, today, showPractitioner, sort, choose }: CaseTableProps) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const sorted = (by: Sorting) => (sort ? { sort: sort(by) } : {})
  const columns: Column<CaseRow>[] = [
    {
      key: 'title',
      header: t('columns.organisation'),
      width: 'w-1/4',
      rowHeader: true,
      ...sorted('structure'),
      cell: row =>
        choose ? (
          <div className="flex items-start gap-3">
            <input
              type="checkbox"
              name={choose}
              value={row.number}
              aria-label={t('list.choose', { title: row.title })}
              className="mt-1 size-5.5 shrink-0"
            />
            <div className="min-w-0">
              <CaseName row={row} base={base} />
            </div>
          </div>
        ) : (
          <CaseName row={row} base={base} />
        ),
    },
    { key: 'next', header: t('columns.next'), cell: row => <CaseNext row={row} /> },
    {
      key: 'due',
      header: t('columns.due'),
      width: 'w-1/5',
      short: true,
      ...sorted('echeance'),
      cell: row => (row.nextStep ? <CaseDue row={row} today={today} /> : null),
    },
    {
      key: 'state',
      header: t('columns.state'),
      width: 'w-1/5',
      ...sorted('etat'),
      cell: ({ state }) => state.label[locale],
    },
    ...(showPractitioner
      ? [
          {
            key: 'practitioner',
            header: t('columns.practitioner'),
            ...sorted('charge'),
            cell: ({ practitioner }: CaseRow) => practitioner ?? t('case.nobody'),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} hideCaption={hideCaption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
