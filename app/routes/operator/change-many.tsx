import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changeMany } from '#app/features/accompaniments/change-many.command.server.ts'
import { changeManyPage } from '#app/features/accompaniments/change-many-page.query.server.ts'
import { AskForm, ConfirmForm, GestureTabs } from '#app/features/accompaniments/ui/change-many-forms.tsx'
import { ChangePreview } from '#app/features/accompaniments/ui/change-many-preview.tsx'
import { isFormReply } from '#app/http/form-reply.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(changeManyPage, {
  words: ['cases', 'caseload', 'fields'],
  title: t => t('caseload:many.title'),
})
export const action = act({
  'change-many': on(changeMany, {
    done: ({ changed }, { params }) => ({
      to: `/o/${params.operator}/accompagnements`,
      toast: { key: 'manyChanged', params: { changed: String(changed) } },
    }),
  }),
})
export const meta = titled
/** After a refusal too: the preview that is confirmed next is the one that holds then. */
export const shouldRevalidate = () => true

export default function ChangeMany() {
  const { t } = useTranslation(['caseload', 'cases'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const answered: unknown = useActionData()
  const { cases, gesture, preview, base } = page
  const header = (
    <PageHeader
      title={t('caseload:many.title')}
      crumbs={[{ to: base, label: t('cases:list.title') }]}
      crumbsLabel={t('cases:case.way')}
      meta={[t('caseload:many.chosen', { count: cases.length })]}
    />
  )
  if (cases.length === 0)
    return (
      <>
        {header}
        <EmptyState
          title={t('caseload:many.none')}
          action={<LinkButton to={base}>{t('caseload:many.list')}</LinkButton>}
        >
          {t('caseload:many.noneHelp')}
        </EmptyState>
      </>
    )
  const will = preview && (preview.changed === cases.length ? 'caseload:many.willAll' : 'caseload:many.will')
  return (
    <>
      {header}
      <GestureTabs gesture={gesture} cases={cases} />
      {page.isIncomplete ? (
        <div className="mb-6">
          <Notice tone="late">{t('caseload:many.incomplete')}</Notice>
        </div>
      ) : null}
      <AskForm key={gesture} {...page} />
      <ChangePreview cases={cases} gesture={gesture} base={base} />
      {preview && will ? (
        <>
          <p className="mt-4 font-semibold">{t(will, { count: preview.changed })}</p>
          {preview.changed > 0 || isFormReply(answered) ? (
            <ConfirmForm formKey={formKey} shown={page} preview={preview} />
          ) : null}
        </>
      ) : null}
    </>
  )
}
