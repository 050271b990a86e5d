import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { remindConsultant } from '#app/features/weeks/remind-consultant.command.server.ts'
import { WeekScreen } from '#app/features/weeks/ui/week-screen.tsx'
import { weekPage } from '#app/features/weeks/week-page.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(weekPage, { words: ['weeks', 'sessions', 'unsignedSheets'], title: t => t('weeks:title') })
export const action = act({
  'remind.*': on(remindConsultant, {
    done: ({ names }, { request }) => {
      const { pathname, search } = new URL(request.url)
      return { to: `${pathname.replace(/\.data$/, '')}${search}`, toast: { key: 'reminded', params: { names } } }
    },
  }),
})
export const meta = titled

export default function Sessions() {
  const { t } = useTranslation('weeks')
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        action={<LinkButton to={`/o/${page.operator}/seances/jours`}>{t('heldDays')}</LinkButton>}
      />
      <WeekScreen page={page} formKey={formKey} locale={locale} search={search} />
    </>
  )
}
