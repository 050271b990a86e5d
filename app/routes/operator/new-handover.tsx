import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { giveCases } from '#app/features/handovers/give-cases.command.server.ts'
import { newHandoverPage } from '#app/features/handovers/new-handover-page.query.server.ts'
import { GiveCasesForm, GiverForm } from '#app/features/handovers/ui/give-cases-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(newHandoverPage, { words: ['cases', 'handovers'], title: t => t('handovers:newTitle') })
export const action = act({
  give: on(giveCases, {
    done: ({ handoverId }, { params }) => ({
      to: `/o/${params.operator}/equipe/passations/${handoverId}`,
      toast: { key: 'casesGiven' },
    }),
  }),
})
export const meta = titled

export default function NewHandover() {
  const { t } = useTranslation('handovers')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { from, cases, receivers } = page
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lede={t('lede')}
        crumbs={[{ to: `${page.base}/equipe`, label: t('team') }]}
        crumbsLabel={t('way')}
      />
      <GiverForm givers={page.givers} from={from} />
      {from && cases.length > 0 && receivers.length > 0 ? (
        <GiveCasesForm
          key={from.id}
          formKey={formKey}
          from={from}
          toId={page.toId}
          receivers={receivers}
          cases={cases}
        />
      ) : (
        <EmptyState title={t('noneTitle')}>{receivers.length === 0 ? t('nobody') : t('none')}</EmptyState>
      )}
    </>
  )
}
