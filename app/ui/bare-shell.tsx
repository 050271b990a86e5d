import { Link, type LinkProps } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Brand } from '#app/ui/brand.tsx'
import { Banner, contentId, SkipLink } from '#app/ui/page-top.tsx'

/** form: a sign-in, a questionnaire · reading: a report, a legal page · wide: figures of many, side by side. */
export type BareWidth = 'form' | 'reading' | 'wide'

export type BareShellProps = {
  brand: string
  /** Nowhere to go for someone who came by a personal link: then the brand is not a link. */
  homeTo?: LinkProps['to']
  skipLabel: string
  width?: BareWidth
  /** At the top right: who one is, the language. */
  tools?: ReactNode
  banner?: ReactNode
  bannerLabel?: string
  toast?: ReactNode
  /** Links to the legal pages. */
  footer?: ReactNode
  children: ReactNode
}

const widths: Record<BareWidth, string> = { form: 'max-w-lg', reading: 'max-w-[54rem]', wide: 'max-w-6xl' }

/** A page that needs no rail: sign-in, personal link, report. */
export function BareShell({
  brand,
  homeTo,
  skipLabel,
  width = 'form',
  tools,
  banner,
  bannerLabel,
  toast,
  footer,
  children,
}: BareShellProps) {
  return (
    <>
      <SkipLink>{skipLabel}</SkipLink>
      {banner ? <Banner label={bannerLabel}>{banner}</Banner> : null}
      <div className={`mx-auto flex min-h-dvh w-full flex-col px-4 sm:px-6 ${widths[width]}`}>
        <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 py-2">
          {homeTo ? (
            <Link to={homeTo} className="inline-flex min-h-11 items-center no-underline">
              <Brand name={brand} />
            </Link>
          ) : (
            <Brand name={brand} />
          )}
          {tools ? <div data-noprint="">{tools}</div> : null}
        </header>
        <main id={contentId} tabIndex={-1} className="flex-1 pt-6 pb-14 outline-none">
          {toast ? <div className="mb-6">{toast}</div> : null}
          {children}
        </main>
        {footer ? (
          <footer data-noprint="" className="border-t border-line py-5 text-[0.9375rem] text-ink-2">
            {footer}
          </footer>
        ) : null}
      </div>
    </>
  )
}
