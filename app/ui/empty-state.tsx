import type { ReactNode } from 'react'

export type EmptyStateProps = {
  title: string
  /** What to do, or why there is nothing. */
  children?: ReactNode
  action?: ReactNode
  /** Depth of its heading on the page. */
  level?: 2 | 3
}

/** Nothing here yet: says what to do about it. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="flex flex-col items-center rounded-card border border-dashed border-line-strong px-6 py-10 text-center">
      <svg className="mb-4 h-10 w-24" viewBox="0 0 96 40" fill="none" aria-hidden="true" focusable="false">
        <path
          d="M4 26c8-7 14-7 22 0s14 7 22 0 14-7 22 0 14 7 22 0"
          className="stroke-sea-line"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path
          d="M18 36c6-5 10-5 16 0s10 5 16 0 10-5 16 0 8 4 12 2"
          className="stroke-sea-line"
          strokeWidth="2"
          strokeLinecap="round"
          opacity=".5"
        />
        <path d="M40 17h18c-2 5-5 7-9 7s-7-2-9-7Zm9-3V3c5 2 8 6 9 11h-9Z" className="fill-sea" />
      </svg>
      <Heading className="text-lg">{title}</Heading>
      {children ? <div className="mt-2 max-w-prose text-ink-2">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  )
}
