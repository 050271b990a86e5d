export type MeterProps = {
  /** What is measured, and what the bar says: « 57 diagnostics sur 60 ». Read instead of the drawing. */
  label: string
  value: number
  /** The target; a mark shows it once it is passed. */
  max: number
  tone?: 'sea' | 'plum'
}

/** How far one is from a target. Always beside the numbers in words. */
export function Meter({ label, value, max, tone = 'sea' }: MeterProps) {
  const scale = Math.max(value, max, Number.MIN_VALUE)
  const share = (part: number) => `${Math.round((Math.max(part, 0) / scale) * 1000) / 10}%`
  return (
    <svg role="img" aria-label={label} className="my-1.5 block h-3 w-full min-w-24 overflow-hidden rounded-full">
      <rect width="100%" height="100%" className="fill-sea-tint forced-colors:fill-[Canvas]" />
      <rect
        width={share(value)}
        height="100%"
        rx="6"
        className={`forced-colors:fill-[CanvasText] ${tone === 'sea' ? 'fill-sea' : 'fill-plum'}`}
      />
      {value > max ? (
        <rect x={share(max)} width="3" height="100%" className="fill-surface forced-colors:fill-[Canvas]" />
      ) : null}
    </svg>
  )
}
