import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

export type DisclosureProps = {
  label: ReactNode
  open?: boolean
  /** Open on paper whatever it is on the screen. */
  printed?: boolean
  children: ReactNode
}

/** Something that is not needed at first sight, one press away. */
export function Disclosure({ label, open, printed, children }: DisclosureProps) {
  return (
    <details open={open} className={`group/disclosure ${printed ? 'print-open' : ''}`}>
      <summary className="inline-flex min-h-11 list-none items-center gap-1 font-semibold text-sea hover:text-sea-deep [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="-ml-1 group-open/disclosure:rotate-90" />
        {label}
      </summary>
      {children}
    </details>
  )
}
