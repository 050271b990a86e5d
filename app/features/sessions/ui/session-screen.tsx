import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/formats.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Elsewhere } from '../elsewhere.ts'
import type { SessionFormPage } from '../session-form.ts'
import { SessionForm } from './session-form.tsx'
import { SessionHeading } from './session-heading.tsx'

type SessionScreenProps = {
  page: SessionFormPage
  formKey: string
  locale: Locale
  elsewhere: readonly Elsewhere[]
}

/** The consultant's third screen: one session, and the way back to its mission. */
export function SessionScreen({ page, formKey, locale, elsewhere }: SessionScreenProps) {
  const { t } = useTranslation('missions')
  const base = `/consultant/${page.operator.slug}/missions/${page.engineering.id}`
  return (
    <>
      <Link to={base} className="-ml-1 inline-flex min-h-11 items-center gap-1">
        <Icon of={ChevronLeft} />
        {page.engineering.title ?? t('untitled')}
      </Link>
      <SessionHeading page={page} locale={locale} />
      <SessionForm page={page} formKey={formKey} locale={locale} cancelTo={base} elsewhere={elsewhere} />
    </>
  )
}
