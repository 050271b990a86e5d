import { Link, type LinkProps } from '@remix-run/react'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Tone } from '#app/ui/status-tag.tsx'

export type ToastProps = {
  children: ReactNode
  tone?: Extract<Tone, 'done' | 'now' | 'late' | 'stop'>
  /** The same page without the message. */
  dismissTo?: LinkProps['to']
  dismissLabel?: string
}

/**
 * What the server answers to the last action, at the top of the next page. It takes its place in the page rather than
 * floating over it: nothing is hidden, nothing leaves before it was read.
 */
export function Toast({ children, tone = 'done', dismissTo, dismissLabel }: ToastProps) {
  const close =
    dismissTo && dismissLabel ? (
      <Link
        to={dismissTo}
        replace
        aria-label={dismissLabel}
        className="-my-1.5 -mr-2 inline-grid size-11 place-items-center rounded-control text-ink hover:bg-surface"
      >
        <Icon of={X} />
      </Link>
    ) : null
  return (
    <Notice tone={tone} role={tone === 'stop' ? 'alert' : 'status'} action={close}>
      <p>{children}</p>
    </Notice>
  )
}
