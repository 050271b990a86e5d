import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { takeUpdate } from '#app/features/programmes/take-update.command.server.ts'
import { ProgrammeUpdate } from '#app/features/programmes/ui/programme-update.tsx'
import { updatePage } from '#app/features/programmes/update-page.query.server.ts'
import { StepPreviews } from '#app/features/steps/ui/step-preview.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(updatePage, {
  words: ['programmes', 'settings', 'steps'],
  input: ({ params }) => ({ code: params.code }),
  title: (t, { name }, locale) => t('programmes:update.title', { name: name[locale] }),
})
export const meta = titled
export const action = act({
  'take-update': on(takeUpdate, {
    done: ({ code }, { params }) => ({
      to: `/o/${params.operator}/reglages/dispositifs/${code}`,
      toast: { key: 'updateTaken' },
    }),
  }),
})

/** What the product ships since the operator's copy of a programme was made, before it is taken. */
export default function ProgrammeUpdatePage() {
  const { t } = useTranslation(['programmes', 'settings'])
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const programmes = `/o/${useParams().operator}/reglages/dispositifs`
  const { offered } = page
  return (
    <>
      <PageHeader
        title={t('programmes:update.title', { name: page.name[locale] })}
        lede={offered ? t('programmes:update.lede', { count: page.open }) : undefined}
        crumbs={[
          { to: programmes, label: t('programmes:title') },
          { to: `${programmes}/${page.code}`, label: page.name[locale] },
        ]}
        crumbsLabel={t('settings:way')}
      />
      {offered ? (
        <>
          <ProgrammeUpdate formKey={formKey} version={page.version} offered={offered} uses={page.uses} />
          <StepPreviews steps={offered.definition.steps} />
        </>
      ) : (
        <EmptyState
          title={t('programmes:update.none')}
          action={<LinkButton to={`${programmes}/${page.code}`}>{page.name[locale]}</LinkButton>}
        />
      )}
    </>
  )
}
