import { Link } from '@remix-run/react'

export type Chip = { to: string; label: string; current: boolean }

const look =
  'inline-flex min-h-11 items-center rounded-full border border-line px-3.5 py-1 text-[0.9375rem] leading-tight text-ink no-underline hover:bg-sunk aria-[current]:border-sea aria-[current]:bg-sea-tint aria-[current]:font-semibold aria-[current]:text-sea'

/** Parts of one page, each with its address: lighter than tabs, and under them. */
export function ChipsNav({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label} data-noprint="" className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ to, label: name, current }) => (
          <li key={to}>
            <Link to={to} preventScrollReset aria-current={current ? 'page' : undefined} className={look}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
