import type { ReactNode } from 'react'

/** plain: a box · next: what comes next, with the accent on its edge · sunk: something secondary. */
export type CardTone = 'plain' | 'next' | 'sunk'

export type CardProps = {
  children: ReactNode
  /** The card becomes a section named by it. */
  title?: string
  /** Beside the title, or under the text on a phone: one link or button. */
  action?: ReactNode
  tone?: CardTone
  level?: 2 | 3
  id?: string
  className?: string
}

const tones: Record<CardTone, string> = {
  plain: 'border-line bg-surface shadow-card',
  next: 'border-line border-l-[5px] border-l-sea bg-surface shadow-card',
  sunk: 'border-line bg-sunk',
}

/** A box with a title, some content and at most one action. */
export function Card({ children, title, action, tone = 'plain', level = 2, id, className = '' }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const Box = title ? 'section' : 'div'
  return (
    <Box
      id={id}
      aria-label={title}
      data-card=""
      className={`rounded-card border px-5 py-4.5 sm:px-6 ${tones[tone]} ${className}`}
    >
      {title || action ? (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          {title ? <Heading className="text-lg">{title}</Heading> : null}
          {action}
        </div>
      ) : null}
      {children}
    </Box>
  )
}
