import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { PageFoot } from './page-foot.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { SpacesNav } from './spaces-nav.tsx'

/** Under who one is, in the rail: her account, the way out, and what stands at the foot of other pages. */
export function AccountLinks() {
  const { t } = useTranslation('common')
  return (
    <div className="-mx-3">
      <div className="px-3">
        <SpacesNav />
      </div>
      <div className="flex flex-wrap">
        <LinkButton to="/compte" variant="quiet" className="px-3">
          {t('account')}
        </LinkButton>
        <SignOutButton />
      </div>
      <div className="px-3 text-sm">
        <PageFoot />
      </div>
    </div>
  )
}
