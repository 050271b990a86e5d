import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'

export type NextStepProps = {
  /** Name of the box, for screen readers: « Prochaine étape ». */
  label: string
  /** When: a StatusTag. */
  tag?: ReactNode
  title: string
  /** What is missing, who will be reminded. */
  children?: ReactNode
  action?: ReactNode
}

/** What comes next in a case, for whom and when: the first thing that its page says. */
export function NextStep({ label, tag, title, children, action }: NextStepProps) {
  return (
    <section aria-label={label}>
      <Card tone="next">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <div className="min-w-0 flex-1 basis-72 space-y-1.5">
            {tag}
            <h2 className="text-xl">{title}</h2>
            {children ? <div className="text-ink-2">{children}</div> : null}
          </div>
          {action}
        </div>
      </Card>
    </section>
  )
}
