import type { ReactNode } from 'react'

export type DefinitionProps = {
  /** Name of what is defined. */
  term: string
  children: ReactNode
  /** Towards the whole definition, or to ask about the figure. */
  links?: ReactNode
}

/** What a figure means, and what it does not, beside the figure. */
export function Definition({ term, children, links }: DefinitionProps) {
  return (
    <div role="note" aria-label={term} className="border-l-3 border-line-strong pl-4 text-[0.9375rem] text-ink-2">
      <p>
        <strong className="text-ink">{term}</strong>. {children}
      </p>
      {links ? <p className="mt-1 flex flex-wrap gap-x-4 *:py-1">{links}</p> : null}
    </div>
  )
}
