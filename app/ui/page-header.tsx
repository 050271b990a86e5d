import { Link, type LinkProps } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'

export type Crumb = { to: LinkProps['to']; label: string }

export type PageHeaderProps = {
  title: ReactNode
  /** The way back, without the page itself. */
  crumbs?: readonly Crumb[]
  /** Where one is on that way: a number, a short name. */
  here?: string
  /** Name of the way back, for screen readers. Needed with `crumbs`. */
  crumbsLabel?: string
  /** Facts on one line, tags among them. */
  meta?: readonly ReactNode[]
  /** One sentence in the serif: what this page says. */
  lede?: ReactNode
  /** The one primary action, after the lesser ones. */
  action?: ReactNode
}

/** The top of a page: the only h1, where one is, and the one thing to do. */
export function PageHeader({ title, crumbs, here, crumbsLabel, meta, lede, action }: PageHeaderProps) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        {crumbs?.length ? (
          <nav aria-label={crumbsLabel} data-noprint="" className="mb-1 text-[0.9375rem] text-ink-2">
            <ol className="flex flex-wrap items-center gap-x-2">
              {crumbs.map(crumb => (
                <Fragment key={crumb.label}>
                  <li>
                    <Link to={crumb.to} className="inline-block py-1">
                      {crumb.label}
                    </Link>
                    <span aria-hidden="true" className={here ? 'ml-2' : 'hidden'}>
                      ›
                    </span>
                  </li>
                </Fragment>
              ))}
              {here ? <li aria-current="page">{here}</li> : null}
            </ol>
          </nav>
        ) : null}
        <h1>{title}</h1>
        {meta?.length ? (
          <ul className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-ink-2">
            {meta.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        ) : null}
        {lede ? <p className="mt-4 max-w-[62ch] font-serif text-xl leading-relaxed">{lede}</p> : null}
      </div>
      {action ? (
        <div data-noprint="" className="flex flex-wrap gap-2.5 max-sm:w-full max-sm:*:flex-1">
          {action}
        </div>
      ) : null}
    </div>
  )
}
