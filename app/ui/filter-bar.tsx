import { Form, Link, type LinkProps } from '@remix-run/react'
import { ListFilter, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Icon } from '#app/ui/icon.tsx'

export type ActiveFilter = {
  /** « Département : Loiret » */
  label: string
  /** The same page without it. */
  removeTo: LinkProps['to']
  /** « Retirer le filtre Département : Loiret » */
  removeLabel: string
}

export type FilterBarProps = {
  /** Name of the form, for screen readers. */
  label: string
  action?: string
  /** The fields that are always shown: a search, one select. */
  children: ReactNode
  /** The others, behind a disclosure that is open while one of them is active. */
  more?: { label: string; open?: boolean; children: ReactNode }
  submitLabel: string
  active?: readonly ActiveFilter[]
  /** « 2 filtres actifs »: the count in words. */
  activeLabel?: string
  clear?: { to: LinkProps['to']; label: string }
  /** « 12 accompagnements sur 58 » */
  result?: ReactNode
}

/** Narrows a list by its address. What is active is always visible, counted, and goes with one press. */
export function FilterBar(props: FilterBarProps) {
  const { label, action, children, more, submitLabel, active = [], activeLabel, clear, result } = props
  return (
    <div data-noprint="" className="mb-5">
      <Form
        method="get"
        action={action}
        role="search"
        aria-label={label}
        className="rounded-card bg-sunk px-4 py-4 sm:px-5"
      >
        <div className="flex flex-wrap items-end gap-x-4 gap-y-4 *:basis-48 *:grow">
          {children}
          <Button icon={ListFilter} className="max-w-fit! basis-auto!">
            {submitLabel}
          </Button>
        </div>
        {more ? (
          <div className="mt-2 -mb-2">
            <Disclosure label={more.label} open={more.open}>
              <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] items-end gap-4 pt-1 pb-2">
                {more.children}
              </div>
            </Disclosure>
          </div>
        ) : null}
      </Form>
      {active.length > 0 || result ? (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          {result ? <p className="font-semibold">{result}</p> : null}
          {active.length > 0 ? (
            <>
              <p className="text-ink-2">{activeLabel}</p>
              <ul aria-label={activeLabel} className="flex flex-wrap gap-2">
                {active.map(filter => (
                  <li key={filter.label}>
                    <Link
                      to={filter.removeTo}
                      aria-label={filter.removeLabel}
                      className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-sea bg-sea-tint px-4 py-1 leading-tight text-sea no-underline hover:bg-surface"
                    >
                      {filter.label}
                      <Icon of={X} size={16} />
                    </Link>
                  </li>
                ))}
              </ul>
              {clear ? (
                <Link to={clear.to} className="inline-flex min-h-11 items-center">
                  {clear.label}
                </Link>
              ) : null}
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
