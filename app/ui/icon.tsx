import type { LucideIcon } from 'lucide-react'

export type IconProps = { of: LucideIcon; size?: number; className?: string }

/** An icon that only accompanies a word: hidden from screen readers, never squeezed by a flex line. */
export function Icon({ of: Drawing, size = 18, className = '' }: IconProps) {
  return (
    <Drawing size={size} strokeWidth={2} aria-hidden="true" focusable="false" className={`shrink-0 ${className}`} />
  )
}
