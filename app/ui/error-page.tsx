import type { ReactNode } from 'react'

export type ErrorPageProps = {
  title: string
  /** What happened and what the person can do; that nothing was lost, when it is so. */
  children: ReactNode
  actions?: ReactNode
  /** What to quote when asking for help: a code, a reference. */
  reference?: ReactNode
}

/** A page that could not be shown. Goes into a shell. */
export function ErrorPage({ title, children, actions, reference }: ErrorPageProps) {
  return (
    <div className="mx-auto max-w-xl py-6 sm:py-12">
      <svg className="mb-5 h-8 w-28" viewBox="0 0 112 32" fill="none" aria-hidden="true" focusable="false">
        <path
          d="M3 12c9-8 18-8 27 0s18 8 27 0 18-8 27 0 17 8 25 1"
          className="stroke-sea"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path
          d="M17 26c7-6 14-6 21 0s14 6 21 0 14-6 21 0"
          className="stroke-sea-line"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      </svg>
      <h1>{title}</h1>
      <div className="prose mt-4 text-lg">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
      {reference ? <p className="mt-8 text-sm text-ink-2">{reference}</p> : null}
    </div>
  )
}
