import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SignOutButton } from '#app/features/sign-in/ui/sign-out-button.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { LinkButton } from '#app/ui/button.tsx'

/** The frame of the pages of an account: back to her own place, or out. */
export function AccountShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <VisitorShell
      width="reading"
      tools={
        <div className="flex flex-wrap items-center gap-1">
          <LinkButton to="/" variant="quiet">
            {t('back')}
          </LinkButton>
          <SignOutButton />
        </div>
      }
    >
      {children}
    </VisitorShell>
  )
}
