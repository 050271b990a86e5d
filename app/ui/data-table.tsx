import { Link, type LinkProps } from '@remix-run/react'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

export type Sort = {
  /** The same page, sorted by this column (the other way round when it already is). */
  to: LinkProps['to']
  direction?: 'ascending' | 'descending'
}

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Aligned on the right, figures under figures. */
  numeric?: boolean
  /** Kept on one line: a date, a number of case. */
  short?: boolean
  /** The cell that names the row: one column. */
  rowHeader?: boolean
  sort?: Sort
  /** A class of width, where tables of the same columns stand one under the other. */
  width?: string
  /** The header is read, not shown: a column of bars or of buttons. */
  hideHeader?: boolean
}

export type DataTableProps<Row> = {
  /** What the table holds: always said, shown unless `hideCaption`. */
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Two or three short columns: stays a table where there is little room; `figures`, four to seven of figures, but on a phone. */
  compact?: boolean | 'figures'
  /** Instead of the table when there is no row: an EmptyState. */
  empty?: ReactNode
  /** A last line of totals, one cell per column key. */
  totals?: Readonly<Record<string, ReactNode>>
}

/*
 * A table whose CSS display changes is no longer a table for some screen readers (Safari): its roles are then said
 * again in words. Spread, because a linter sees only the redundancy.
 */
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHeader: { role: 'rowheader' },
  columnHeader: { role: 'columnheader' },
} as const

function cellClass<Row>({ numeric, short }: Column<Row>) {
  return numeric ? 'numeric' : short ? 'short' : undefined
}
function headClass<Row>(column: Column<Row>) {
  return [cellClass(column), column.width].filter(Boolean).join(' ') || undefined
}

function HeaderWords({ header, sort }: { header: string; sort?: Sort }) {
  if (!sort) return header
  const arrow = sort.direction === 'ascending' ? ArrowUp : sort.direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <Link to={sort.to} preventScrollReset className="-my-3 inline-flex min-h-11 items-center gap-1 text-inherit">
      {header}
      <Icon of={arrow} size={15} />
    </Link>
  )
}

/** Rows of the same kind. On a phone, or in a narrow column, each row becomes a card; the markup stays a table. */
export function DataTable<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  compact,
  empty,
  totals,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <Fragment>{empty}</Fragment>
  return (
    <div className={['data-table', compact === true ? 'compact' : compact].filter(Boolean).join(' ')}>
      <table {...as.table}>
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-left font-serif text-lg font-semibold'}>
          {caption}
        </caption>
        <thead {...as.group}>
          <tr {...as.row}>
            {columns.map(column => (
              <th
                key={column.key}
                {...as.columnHeader}
                scope="col"
                aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
                className={headClass(column)}
              >
                {column.hideHeader ? (
                  <span className="sr-only">{column.header}</span>
                ) : (
                  <HeaderWords header={column.header} sort={column.sort} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map(row => (
            <tr key={rowKey(row)} {...as.row}>
              {columns.map(column =>
                column.rowHeader ? (
                  <th key={column.key} {...as.rowHeader} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    {...as.cell}
                    data-label={column.hideHeader ? undefined : column.header}
                    className={cellClass(column)}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot {...as.group}>
            <tr {...as.row} className="font-semibold">
              {columns.map(column =>
                column.rowHeader ? (
                  <th key={column.key} {...as.rowHeader} scope="row">
                    {totals[column.key]}
                  </th>
                ) : (
                  <td key={column.key} {...as.cell} data-label={column.header} className={cellClass(column)}>
                    {totals[column.key]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
