import type { ReactNode } from 'react'

export type ActionBarProps = { children: ReactNode; note?: ReactNode }

/** The buttons that end a form. On a phone they stay under the thumb; `note` says what is saved or missing. */
export function ActionBar({ children, note }: ActionBarProps) {
  return (
    <div
      data-noprint=""
      className="mt-8 flex flex-wrap items-center gap-3 max-rail:sticky max-rail:bottom-0 max-rail:z-10 max-rail:-mx-4 max-rail:border-t max-rail:border-line max-rail:bg-surface max-rail:px-4 max-rail:pt-3 max-rail:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-rail:*:data-control:flex-1"
    >
      {children}
      {note ? <p className="w-full text-sm text-ink-2 rail:w-auto">{note}</p> : null}
    </div>
  )
}
