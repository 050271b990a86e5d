export type TrendPoint = {
  label: string
  /** Unknown has no value: its place stays, and the line that passes over it is broken. */
  value: number | null
  text: string
}

export type TrendChartProps = {
  title: string
  /** Everything the drawing says, in a sentence: the numbers stand in a table beside it. */
  summary: string
  points: readonly TrendPoint[]
  /** The top of a scale; without it, the highest value. */
  most?: number | undefined
}

const [top, floor, height] = [30, 104, 132]

/** One quantity from moment to moment, from zero, drawn on the server. */
export function TrendChart({ title, summary, points, most }: TrendChartProps) {
  const highest = most ?? Math.max(...points.map(({ value }) => value ?? 0), Number.MIN_VALUE)
  const placed = points.map((point, index) => ({
    ...point,
    x: `${((index + 0.5) / points.length) * 100}%`,
    y: point.value === null ? null : floor - (Math.max(point.value, 0) / highest) * (floor - top),
    index,
  }))
  const known = placed.flatMap(point => (point.y === null ? [] : [{ ...point, y: point.y }]))
  return (
    <figure aria-label={title}>
      <figcaption className="font-semibold">{title}</figcaption>
      <svg role="img" aria-label={summary} height={height} className="mt-1 block w-full overflow-visible">
        <line x1="0" x2="100%" y1={floor} y2={floor} className="stroke-line-strong" />
        {known.slice(1).map((to, index) => {
          const from = known[index]
          return from ? (
            <line
              key={to.label}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              strokeWidth="2.5"
              strokeDasharray={to.index - from.index > 1 ? '3 6' : undefined}
              strokeLinecap="round"
              className="stroke-sea forced-colors:stroke-[CanvasText]"
            />
          ) : null
        })}
        {placed.map(({ label, x, y, text }) => (
          <g key={label} textAnchor="middle">
            {y === null ? (
              <text x={x} y={floor - 8} className="fill-ink-2">
                –
              </text>
            ) : (
              <>
                <circle
                  cx={x}
                  cy={y}
                  r="5"
                  className="fill-sea stroke-paper forced-colors:fill-[CanvasText]"
                  strokeWidth="2"
                />
                <text x={x} y={y - 11} className="fill-ink font-semibold">
                  {text}
                </text>
              </>
            )}
            <text x={x} y={floor + 21} className="fill-ink-2 text-[0.9375rem]">
              {label}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
