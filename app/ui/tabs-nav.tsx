import { Link, type LinkProps, NavLink } from '@remix-run/react'

export type Tab = {
  to: LinkProps['to']
  label: string
  count?: number
  /** Given when the tabs differ by a filter of the same address; otherwise the address decides. */
  current?: boolean
  /** Current on its own address only, not on those below it. */
  end?: boolean
}

export type TabsNavProps = { label: string; tabs: readonly Tab[] }

const look =
  'inline-flex min-h-11 items-center gap-1.5 border-b-3 border-transparent px-0.5 text-ink-2 no-underline hover:border-line-strong hover:text-ink aria-[current]:border-sea aria-[current]:font-semibold aria-[current]:text-ink forced-colors:not-aria-[current]:border-[Canvas]'

/** The pages of one thing, side by side: links, so that each has an address. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} data-noprint="" className="mb-5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map(({ to, label: name, count, current, end }) => {
          const words = (
            <>
              {name} {count === undefined ? null : <span className="text-sm font-normal text-ink-2">{count}</span>}
            </>
          )
          return (
            <li key={name}>
              {current === undefined ? (
                <NavLink to={to} end={end} preventScrollReset className={look}>
                  {words}
                </NavLink>
              ) : (
                <Link to={to} preventScrollReset aria-current={current ? 'page' : undefined} className={look}>
                  {words}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
