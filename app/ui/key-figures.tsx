import { Link, type LinkProps } from '@remix-run/react'
import type { ReactNode } from 'react'

export type KeyFigure = {
  label: string
  /** Already in the format of the language. */
  value: string
  /** The denominator, the target, what is unknown. */
  detail?: ReactNode
  /** Towards the cases that it counts. */
  to?: LinkProps['to']
}

export type KeyFiguresProps = { figures: readonly KeyFigure[] }

/** A few numbers that matter, each with what it counts. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-6 gap-y-5">
      {figures.map(({ label, value, detail, to }) => (
        <div key={label} className="flex flex-col border-t-2 border-sea-line pt-2.5">
          <dt className="leading-snug text-ink-2">{label}</dt>
          <dd className="order-first font-serif text-[2rem] leading-tight font-semibold">
            {to ? <Link to={to}>{value}</Link> : value}
          </dd>
          {detail ? <dd className="mt-0.5 text-sm text-ink-2">{detail}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
