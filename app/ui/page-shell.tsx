import { Link, type LinkProps, NavLink, useLocation } from '@remix-run/react'
import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { Brand } from '#app/ui/brand.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Banner, contentId, SkipLink } from '#app/ui/page-top.tsx'

export type NavItem = {
  to: LinkProps['to']
  label: string
  /** How many there are to see. */
  count?: number
  /** Some of them are late: shown with a sign, and said by `lateLabel`. */
  late?: boolean
  /** Current on its own address only, not on those below it. */
  end?: boolean
}

export type PageShellLabels = {
  /** « Aller au contenu » */
  skip: string
  /** Name of the navigation. */
  nav: string
  /** On the button of the phone. */
  menu: string
  /** Said after a late count. */
  late: string
  /** Name of the banner, when there is one. */
  banner?: string
}

export type PageShellProps = {
  /** Name of the product, beside its mark. */
  brand: string
  homeTo: LinkProps['to']
  nav: readonly NavItem[]
  labels: PageShellLabels
  /** Where the person is: the operator, or what holds the missions. */
  operator: string
  /** As whom. */
  role: string
  /** Under them: account, sign out, language. Drawn in the rail and in the menu of the phone: no id in it. */
  account?: ReactNode
  /** Above the navigation: a search box, the notifications. */
  tools?: ReactNode
  /** Across the top: that this is a demonstration, that one acts for somebody else. */
  banner?: ReactNode
  /** The answer to the last action, above the page: a Toast. */
  toast?: ReactNode
  children: ReactNode
}

function Nav({ nav, labels }: Pick<PageShellProps, 'nav' | 'labels'>) {
  return (
    <nav aria-label={labels.nav}>
      <ul className="space-y-0.5">
        {nav.map(item => (
          <li key={item.label}>
            <NavLink
              to={item.to}
              end={item.end}
              className="flex min-h-11 items-center justify-between gap-3 rounded-control border-l-3 border-transparent px-3 py-1.5 text-ink no-underline hover:bg-surface hover:text-ink aria-[current]:border-sea aria-[current]:bg-surface aria-[current]:font-semibold forced-colors:not-aria-[current]:border-[Canvas]"
            >
              {item.label}{' '}
              {item.count === undefined ? null : (
                <span className={item.late ? 'font-semibold text-amber' : 'text-sm text-ink-2'}>
                  {item.late ? <span aria-hidden="true">▲ </span> : null}
                  {item.count} {item.late ? <span className="sr-only">{labels.late}</span> : null}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Who({ operator, role, account }: Pick<PageShellProps, 'operator' | 'role' | 'account'>) {
  return (
    <div className="border-t border-line px-3 pt-4 text-[0.9375rem] leading-snug">
      <p className="font-semibold">{operator}</p>
      <p className="text-ink-2">{role}</p>
      {account ? <div className="mt-2">{account}</div> : null}
    </div>
  )
}

/** Every page of someone who is signed in: the rail on the left, a menu instead of it where there is no room. */
export function PageShell(props: PageShellProps) {
  const { brand, homeTo, labels, tools, banner, toast, children } = props
  const { pathname } = useLocation()
  return (
    <>
      <SkipLink>{labels.skip}</SkipLink>
      {banner ? <Banner label={labels.banner}>{banner}</Banner> : null}
      <div className="rail:grid rail:min-h-dvh rail:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <header data-noprint="" className="border-line bg-sunk max-rail:border-b rail:border-r">
          <div className="relative flex flex-wrap items-center justify-between gap-x-3 px-4 py-2 rail:sticky rail:top-0 rail:h-dvh rail:flex-col rail:flex-nowrap rail:items-stretch rail:justify-start rail:gap-6 rail:overflow-y-auto rail:px-3 rail:py-5">
            <Link to={homeTo} className="inline-flex min-h-11 items-center no-underline rail:px-3">
              <Brand name={brand} />
            </Link>
            {/* Made anew on each page: a menu that was opened closes once it has led somewhere. */}
            <details key={pathname} className="rail:hidden">
              <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-control border border-line-strong bg-surface px-3 font-semibold [&::-webkit-details-marker]:hidden">
                <Icon of={Menu} />
                {labels.menu}
              </summary>
              <div className="absolute inset-x-0 top-full z-20 space-y-5 border-y border-line bg-sunk px-4 py-4">
                <Nav {...props} />
                <Who {...props} />
              </div>
            </details>
            {tools ? <div className="max-rail:w-full max-rail:py-2">{tools}</div> : null}
            <div className="hidden rail:block">
              <Nav {...props} />
            </div>
            <div className="mt-auto hidden rail:block">
              <Who {...props} />
            </div>
          </div>
        </header>
        <main
          id={contentId}
          tabIndex={-1}
          className="min-w-0 max-w-[74rem] px-4 pt-6 pb-16 outline-none sm:px-6 rail:px-10 rail:pt-8"
        >
          {toast ? <div className="mb-6">{toast}</div> : null}
          {children}
        </main>
      </div>
    </>
  )
}
