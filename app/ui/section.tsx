import type { ReactNode } from 'react'

export type SectionProps = {
  title: string
  /** Its address on the page. */
  id?: string
  /** Under the title: one sentence. */
  note?: ReactNode
  /** Beside the title. */
  action?: ReactNode
  children: ReactNode
}

/** A part of a page, under a title of second level. */
export function Section({ title, id, note, action, children }: SectionProps) {
  return (
    <section id={id} aria-label={title} className="my-9 first:mt-0">
      <div className="mb-3.5 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2>{title}</h2>
          {note ? <p className="mt-1 text-ink-2">{note}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}

export type ColumnsProps = { children: ReactNode; side: ReactNode }

/** A wide column and a narrow one, one under the other where there is no room. */
export function Columns({ children, side }: ColumnsProps) {
  return (
    <div className="grid items-start gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1.75fr)_minmax(17rem,1fr)]">
      <div className="min-w-0">{children}</div>
      <div className="grid min-w-0 gap-5">{side}</div>
    </div>
  )
}
