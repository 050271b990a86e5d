import type { ReactNode } from 'react'
import { Disclosure } from '#app/ui/disclosure.tsx'

export type BarSeries = { key: string; label: string; tone: 'strong' | 'soft' | 'plum' }

export type BarRow = {
  label: string
  /** One value per series, with its words: `{ value: 602, text: '602' }`; unknown has no value. */
  values: Readonly<Record<string, { value: number | null; text: string }>>
}

export type BarChartProps = {
  title: string
  /** Everything the drawing says, in a sentence. */
  summary: string
  series: readonly BarSeries[]
  rows: readonly BarRow[]
  /** What is counted and what is not. */
  notes?: ReactNode
  /** The words of the disclosure, and of the first column of the table in it. */
  tableLabel: string
  rowsLabel: string
  /** The length of a full bar, when it is not that of the longest: the top of a scale. */
  most?: number | undefined
}

const tones: Record<BarSeries['tone'], string> = { strong: 'fill-sea', soft: 'fill-sea-line', plum: 'fill-plum' }

function Legend({ series }: Pick<BarChartProps, 'series'>) {
  return (
    <div className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
      {series.map(({ key, label, tone }) => (
        <span key={key} className="inline-flex items-center gap-2">
          <svg className="size-3.5" aria-hidden="true" focusable="false">
            <rect width="100%" height="100%" rx="3" className={tones[tone]} />
          </svg>
          {label}
        </span>
      ))}
    </div>
  )
}

function Bars({ series, rows, most: top }: Pick<BarChartProps, 'series' | 'rows' | 'most'>) {
  const longest = Math.max(
    ...rows.flatMap(row => series.map(({ key }) => row.values[key]?.value ?? 0)),
    Number.MIN_VALUE,
  )
  const most = top ?? longest
  return (
    <div className="space-y-3">
      {rows.map(row => (
        <div key={row.label} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <span className="leading-snug">{row.label}</span>
          <div className="space-y-1">
            {series.map(({ key, tone }) => {
              const { value = null, text = '' } = row.values[key] ?? {}
              // The number follows its bar, and the longest bar leaves room for its own.
              const width = `${Math.round((Math.max(value ?? 0, 0) / most) * 860) / 10}%`
              return (
                <svg key={key} className="block h-6.5 w-full overflow-visible" aria-hidden="true" focusable="false">
                  <rect
                    width={value === null ? '0' : width}
                    height="100%"
                    rx="5"
                    className={`${tones[tone]} forced-colors:fill-[CanvasText]`}
                  />
                  <text
                    x={value === null ? '0' : width}
                    dx={value === null ? '0' : '10'}
                    y="50%"
                    dominantBaseline="central"
                    className="fill-ink font-semibold"
                  >
                    {text}
                  </text>
                </svg>
              )
            })}
          </div>
        </div>
      ))}
    </div>
  )
}

/** Lengths to compare, drawn on the server, with the same numbers as a table under it. */
export function BarChart({ title, summary, series, rows, notes, tableLabel, rowsLabel, most }: BarChartProps) {
  return (
    <figure aria-label={title}>
      <div role="img" aria-label={summary}>
        {series.length > 1 ? <Legend series={series} /> : null}
        <Bars series={series} rows={rows} most={most} />
      </div>
      {notes ? <figcaption className="mt-3 text-[0.9375rem] text-ink-2">{notes}</figcaption> : null}
      <Disclosure label={tableLabel} printed>
        <table className="mt-1 w-full max-w-2xl">
          <caption className="sr-only">{title}</caption>
          <thead className="border-b border-line-strong text-sm text-ink-2">
            <tr>
              <th scope="col" className="py-1.5 text-left">
                {rowsLabel}
              </th>
              {series.map(({ key, label }) => (
                <th key={key} scope="col" className="py-1.5 pl-4 text-right">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map(row => (
              <tr key={row.label}>
                <th scope="row" className="py-1.5 text-left font-normal">
                  {row.label}
                </th>
                {series.map(({ key }) => (
                  <td key={key} className="py-1.5 pl-4 text-right">
                    {row.values[key]?.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  )
}
