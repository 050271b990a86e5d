import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SignOutButton } from '#app/features/sign-in/ui/sign-out-button.tsx'
import { SpacesNav } from '#app/features/sign-in/ui/spaces-nav.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import type { BareWidth } from '#app/ui/bare-shell.tsx'
import { LinkButton } from '#app/ui/button.tsx'

/** The frame of a reader who keeps nothing here, a funder or a network: a report, and the way out. */
export function ReaderShell({ children, width = 'reading' }: { children: ReactNode; width?: BareWidth }) {
  const { t } = useTranslation('common')
  return (
    <VisitorShell
      width={width}
      tools={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <SpacesNav />
          <LinkButton to="/compte" variant="quiet">
            {t('account')}
          </LinkButton>
          <SignOutButton />
        </div>
      }
    >
      {children}
    </VisitorShell>
  )
}
