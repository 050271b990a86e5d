import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BareShell } from '#app/ui/bare-shell.tsx'

/**
 * The frame of the public form, which may itself be in a frame of another site: what it links to opens elsewhere, since
 * nothing else may be framed, and its language is in its address, since it has no cookie.
 */
export function FormShell({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation(['requests', 'common'])
  const { pathname } = useLocation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <BareShell
      brand={t('common:product')}
      skipLabel={t('common:skipToContent')}
      width="reading"
      footer={
        <div className="flex flex-wrap items-center gap-x-5">
          <a href="/confidentialite" target="_blank" rel="noopener" className="inline-block py-2">
            {t('common:footer.privacy')} {t('requests:form.newWindow')}
          </a>
          <a
            href={`${pathname}?langue=${other}`}
            lang={other}
            hrefLang={other}
            className="ml-auto inline-flex min-h-11 items-center font-semibold"
          >
            {other === 'fr' ? 'Français' : 'English'}
          </a>
        </div>
      }
    >
      {children}
    </BareShell>
  )
}
