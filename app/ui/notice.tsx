import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { type Tone, toneIcon } from '#app/ui/status-tag.tsx'

const tones: Record<Tone, string> = {
  now: 'bg-sea-tint border-sea',
  late: 'bg-amber-tint border-amber',
  done: 'bg-moss-tint border-moss',
  stop: 'bg-brick-tint border-brick',
  after: 'bg-plum-tint border-plum',
  neutral: 'bg-sunk border-line-strong',
}
const inks: Record<Tone, string> = {
  now: 'text-sea',
  late: 'text-amber',
  done: 'text-moss',
  stop: 'text-brick',
  after: 'text-plum',
  neutral: 'text-ink-2',
}

export type NoticeProps = {
  tone?: Tone
  title?: string
  children?: ReactNode
  /** A link or a button. */
  action?: ReactNode
  /** `status` or `alert` when it appears in answer to what the person did. */
  role?: 'status' | 'alert'
}

/** A message that stays on the page: what to know before going on. */
export function Notice({ tone = 'neutral', title, children, action, role }: NoticeProps) {
  return (
    <div
      role={role}
      data-tone={tone}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card border-l-[5px] px-4 py-3 forced-colors:border ${tones[tone]}`}
    >
      <Icon
        of={tone === 'neutral' || tone === 'now' ? Info : toneIcon[tone]}
        size={20}
        className={`mt-0.5 ${inks[tone]}`}
      />
      <div className="min-w-0 flex-1 basis-56 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  )
}
