import { Check, Circle, CircleDot, type LucideIcon, OctagonX, TriangleAlert, Waves } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** now: under way · late: needs someone · done · stop: refused or ended · after: follow-up and stories · neutral. */
export type Tone = 'now' | 'late' | 'done' | 'stop' | 'after' | 'neutral'

export const toneIcon: Record<Tone, LucideIcon> = {
  now: CircleDot,
  late: TriangleAlert,
  done: Check,
  stop: OctagonX,
  after: Waves,
  neutral: Circle,
}

const tones: Record<Tone, string> = {
  now: 'bg-sea-tint text-sea',
  late: 'bg-amber-tint text-amber',
  done: 'bg-moss-tint text-moss',
  stop: 'bg-brick-tint text-brick',
  after: 'bg-plum-tint text-plum',
  neutral: 'bg-sunk text-ink-2 ring-1 ring-inset ring-line',
}

export type StatusTagProps = {
  tone?: Tone
  children: ReactNode
  /** Instead of the icon of the tone, when the word is a kind of thing rather than a state. */
  icon?: LucideIcon
}

/** A state in a word, with its tint and its icon: never the colour alone. */
export function StatusTag({ tone = 'neutral', children, icon }: StatusTagProps) {
  return (
    <span
      data-tone={tone}
      className={`inline-flex w-fit items-center gap-1.5 sm:whitespace-nowrap rounded-2xl px-2.5 py-0.5 text-sm font-semibold leading-snug forced-colors:border ${tones[tone]}`}
    >
      <Icon of={icon ?? toneIcon[tone]} size={14} className="stroke-[2.5]" />
      {children}
    </span>
  )
}
