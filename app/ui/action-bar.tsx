import type { ReactNode } from 'react'

export type ActionBarProps = { children: ReactNode; note?: ReactNode }

/**
 * The buttons that end a form; `note` says what is saved or missing. On a phone they stay under the thumb: two at most,
 * so that they leave room for the form. On a short screen they do not stay.
 */
export function ActionBar({ children, note }: ActionBarProps) {
  return (
    <div
      data-noprint=""
      className="mt-8 flex flex-wrap items-center gap-3 thumb:sticky thumb:bottom-0 thumb:z-10 max-rail:-mx-4 max-rail:border-t max-rail:border-line max-rail:bg-surface max-rail:px-4 sm:max-rail:-mx-6 sm:max-rail:px-6 max-rail:pt-3 max-rail:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-rail:*:data-control:flex-1"
    >
      {children}
      {note ? <p className="w-full text-sm text-ink-2 rail:w-auto">{note}</p> : null}
    </div>
  )
}
