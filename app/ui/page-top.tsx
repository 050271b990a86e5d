import type { ReactNode } from 'react'

/** Where the content of every page begins. */
export const contentId = 'contenu'

/** Across the top of the page, on every page. */
export function Banner({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      data-noprint=""
      className="border-b border-line bg-amber-tint px-4 py-2 text-center text-[0.9375rem]"
    >
      {children}
    </section>
  )
}

/** First thing on the page for a keyboard; seen only when it has the focus. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href={`#${contentId}`}
      data-noprint=""
      className="sr-only z-20 rounded-control bg-surface font-semibold focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-3"
    >
      {children}
    </a>
  )
}
