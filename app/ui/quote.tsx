import type { ReactNode } from 'react'

export type QuoteProps = {
  /** The words, with their quotation marks. */
  children: ReactNode
  /** Who says it, and that they agreed. */
  source: ReactNode
  /** Towards where it comes from. */
  action?: ReactNode
}

/** Somebody's words, in their own typeface and colour: nothing else on the page looks like this. */
export function Quote({ children, source, action }: QuoteProps) {
  return (
    <figure data-tone="after" className="rounded-card bg-plum-tint px-5 py-5 sm:px-7 sm:py-6 forced-colors:border">
      <blockquote className="font-serif text-xl leading-relaxed text-pretty">{children}</blockquote>
      <figcaption className="mt-3 text-[0.9375rem] text-ink-2">
        {source} {action}
      </figcaption>
    </figure>
  )
}
