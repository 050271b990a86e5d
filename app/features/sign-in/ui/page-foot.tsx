import { Form, Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Hidden } from '#app/ui/field.tsx'

/** The legal pages and the other language, at the foot of every page. */
export function PageFoot() {
  const { t } = useTranslation('common')
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      <ul className="contents">
        <li>
          <Link to="/confidentialite" className="inline-block py-2">
            {t('footer.privacy')}
          </Link>
        </li>
        <li>
          <Link to="/mentions-legales" className="inline-block py-2">
            {t('footer.legal')}
          </Link>
        </li>
        <li>
          <Link to="/accessibilite" className="inline-block py-2">
            {t('footer.accessibility')}
          </Link>
        </li>
      </ul>
      <LanguageSwitch />
    </div>
  )
}

const languages = { fr: 'Français', en: 'English' } as const

/** To the other language, and back to the same page. */
function LanguageSwitch() {
  const { i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <Form method="post" action="/langue" reloadDocument className="ml-auto">
      <Hidden name="_form" value="language" />
      <Hidden name="vers" value={`${pathname}${search}`} />
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        className="min-h-11 cursor-pointer font-semibold text-sea hover:text-sea-deep hover:underline"
      >
        {languages[other]}
      </button>
    </Form>
  )
}
