import type { ReactNode } from 'react'

export type TimelineItem = {
  key: string
  /** As a person says it: « Hier, 17 h 40 ». */
  when: string
  /** For machines: AAAA-MM-JJ, or an instant. */
  dateTime?: string
  /** Before the text: a StatusTag saying what kind of entry it is. */
  tag?: ReactNode
  children: ReactNode
  /** By whom, through what. */
  who?: ReactNode
}

export type TimelineProps = { label: string; items: readonly TimelineItem[]; empty?: ReactNode }

/** What happened, the latest first. */
export function Timeline({ label, items, empty }: TimelineProps) {
  if (items.length === 0 && empty) return <>{empty}</>
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {items.map(({ key, when, dateTime, tag, children, who }) => (
        <li key={key} className="grid gap-x-5 gap-y-0.5 py-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <time dateTime={dateTime} className="pt-0.5 text-[0.9375rem] text-ink-2">
            {when}
          </time>
          <div className="min-w-0 space-y-1">
            {tag ? <div>{tag}</div> : null}
            <div>{children}</div>
            {who ? <p className="text-sm text-ink-3">{who}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
