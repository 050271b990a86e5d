import type { LinkProps } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkButton } from '#app/ui/button.tsx'

export type PageLink = { to: LinkProps['to']; label: string }

export type PaginationProps = {
  label: string
  previous?: PageLink
  next?: PageLink
  /** Where one is: « 21 à 40 sur 58 ». */
  summary?: ReactNode
}

/** The way through a long list. Nothing when it holds on one page. */
export function Pagination({ label, previous, next, summary }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} data-noprint="" className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
      {previous ? (
        <LinkButton to={previous.to} rel="prev" icon={ChevronLeft}>
          {previous.label}
        </LinkButton>
      ) : null}
      {summary ? <p className="text-ink-2 max-sm:order-last max-sm:w-full">{summary}</p> : null}
      {next ? (
        <LinkButton to={next.to} rel="next" icon={ChevronRight} className="flex-row-reverse">
          {next.label}
        </LinkButton>
      ) : null}
    </nav>
  )
}
