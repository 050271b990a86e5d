import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addSessionTheme } from '#app/features/sessions/add-session-theme.command.server.ts'
import { offerSessionTheme } from '#app/features/sessions/offer-session-theme.command.server.ts'
import { renameSessionTheme } from '#app/features/sessions/rename-session-theme.command.server.ts'
import { sessionThemesPage } from '#app/features/sessions/session-themes-page.query.server.ts'
import { SessionThemes } from '#app/features/sessions/ui/session-themes.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(sessionThemesPage, {
  words: ['settings', 'choices'],
  title: t => t('settings:themes.title'),
  input: () => ({}),
})
export const meta = titled

const back = {
  done: (_done: unknown, { params }: { params: { operator?: string } }) => ({
    to: `/o/${params.operator}/reglages/themes`,
    toast: { key: 'saved' },
  }),
}
export const action = act({
  add: on(addSessionTheme, back),
  'rename.*': on(renameSessionTheme, back),
  'offer.*': on(offerSessionTheme, back),
})

/** What the operator's sessions may be about, besides the official list. */
export default function SessionThemesRoute() {
  const { t } = useTranslation('settings')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('themes.title')}
        lede={t('themes.lede')}
        crumbs={[{ to: `/o/${page.operator}/reglages`, label: t('title') }]}
        crumbsLabel={t('way')}
      />
      <SessionThemes page={page} formKey={formKey} />
    </>
  )
}
