import { Link, type LinkProps } from '@remix-run/react'
import { Check } from 'lucide-react'
import { useId } from 'react'

/** done · current: where the case is · todo · after: what is asked again once the accompaniment is over. */
export type WakeState = 'done' | 'current' | 'todo' | 'after'

export type WakeStep = {
  label: string
  /** A date, a count: « validé le 20 févr. ». */
  detail?: string
  state: WakeState
  to?: LinkProps['to']
}

export type WakeProps = {
  /** Name of the list, for screen readers. */
  label: string
  steps: readonly WakeStep[]
  /** Each state in a word: said, since the drawing is not read. */
  stateLabels: Readonly<Record<WakeState, string>>
}

/*
 * Along the line a step takes 100 units, whatever its width on the screen, and the axis is at 30. The drawing starts
 * 14 px in, under the middle of the first marker.
 */
const step = 100
const axis = 30

/** What the boat has left behind: wide and faint where it passed first, narrow and strong at its stern. */
function wakePath(end: number, spread: number): string {
  const mid = end * 0.5
  const near = end * 0.82
  return [
    `M0 ${axis - spread}`,
    `C${mid} ${axis - spread * 0.82} ${near} ${axis - spread * 0.32} ${end} ${axis - 2}`,
    `L${end} ${axis + 2}`,
    `C${near} ${axis + spread * 0.32} ${mid} ${axis + spread * 0.82} 0 ${axis + spread}`,
    'Z',
  ].join(' ')
}

function WakeDrawing({ steps }: Pick<WakeProps, 'steps'>) {
  const fade = useId()
  const lastDone = steps.findLastIndex(({ state }) => state === 'done')
  const current = steps.findIndex(({ state }) => state === 'current')
  const end = Math.max(current === -1 ? lastDone : current, 0) * step
  // After one step the wake is still narrow.
  const spread = Math.min(26, 11 + (end / step) * 5)
  const last = (steps.length - 1) * step
  const firstAfter = steps.findIndex(({ state }) => state === 'after')
  const turn = firstAfter === -1 ? last : Math.max(end, (firstAfter - 1) * step)
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      className="pointer-events-none absolute inset-x-0 top-0 hidden h-15 w-full overflow-visible @min-[44rem]:block"
    >
      <svg
        aria-hidden="true"
        x="14"
        width="100%"
        height="60"
        viewBox={`0 0 ${steps.length * step} 60`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        <defs>
          <linearGradient id={fade} x1="0" x2="1">
            <stop offset="0" className="[stop-color:var(--color-sea)]" stopOpacity="0.03" />
            <stop offset="1" className="[stop-color:var(--color-sea)]" stopOpacity="0.75" />
          </linearGradient>
        </defs>
        {end > 0 ? (
          <>
            <path d={wakePath(end, spread)} fill={`url(#${fade})`} opacity="0.45" />
            <path d={wakePath(end, spread / 2)} fill={`url(#${fade})`} />
            <path d={`M0 ${axis}H${end}`} className="stroke-sea" strokeWidth="2" vectorEffect="non-scaling-stroke" />
          </>
        ) : null}
        <path
          d={`M${end} ${axis}H${turn}`}
          className="stroke-line-strong"
          strokeWidth="2"
          strokeDasharray="1 7"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
        {turn < last ? (
          <path
            d={`M${turn} ${axis}H${last}`}
            className="stroke-plum"
            strokeWidth="2"
            strokeDasharray="1 7"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
    </svg>
  )
}

const markers: Record<WakeState, string> = {
  done: 'size-6 bg-sea text-sea-ink forced-colors:border-2',
  current: 'size-7 border-[5px] border-sea bg-surface',
  todo: 'size-4.5 border-2 border-line-strong bg-surface',
  after: 'size-4.5 border-2 border-plum bg-plum-tint',
}

/** On a phone the line stands up, and joins each marker to the next. */
const stems: Record<WakeState, string> = {
  done: 'before:border-l-4 before:border-sea',
  current: 'before:border-l-2 before:border-dotted before:border-line-strong',
  todo: 'before:border-l-2 before:border-dotted before:border-line-strong',
  after: 'before:border-l-2 before:border-dotted before:border-plum',
}

const names: Record<WakeState, string> = {
  done: 'font-semibold',
  current: 'font-bold text-sea',
  todo: '',
  after: 'text-plum',
}

/** The line of the path: what is behind fills like a wake, what remains is dotted. A list, drawn. */
export function Wake({ label, steps, stateLabels }: WakeProps) {
  return (
    <div className="@container">
      <div className="relative">
        <WakeDrawing steps={steps} />
        <ol aria-label={label} className="relative @min-[44rem]:flex">
          {steps.map(({ label: name, detail, state, to }) => (
            <li
              key={name}
              aria-current={state === 'current' ? 'step' : undefined}
              data-state={state}
              className={`group relative grid min-h-11 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 before:absolute before:top-1/2 before:left-3.5 before:h-full before:-translate-x-1/2 last:before:hidden @min-[44rem]:block @min-[44rem]:min-w-0 @min-[44rem]:flex-1 @min-[44rem]:pr-2 @min-[44rem]:before:hidden ${stems[state]}`}
            >
              <span className="relative grid size-7 place-items-center @min-[44rem]:h-15">
                <span className={`grid place-items-center rounded-full ${markers[state]}`}>
                  {state === 'done' ? <Check aria-hidden="true" focusable="false" size={15} strokeWidth={3} /> : null}
                </span>
              </span>
              <p className={`leading-snug ${names[state]}`}>
                {to ? (
                  <Link to={to} className="inline-block py-1 text-inherit no-underline hover:underline">
                    {name}
                  </Link>
                ) : (
                  <span className="inline-block py-1">{name}</span>
                )}
                <span className="sr-only"> ({stateLabels[state]})</span>
              </p>
              {detail ? <p className="text-right text-sm text-ink-2 @min-[44rem]:text-left">{detail}</p> : null}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
