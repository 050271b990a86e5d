import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requestForm } from '#app/features/requests/request-form.query.server.ts'
import { FormShell } from '#app/features/requests/ui/form-shell.tsx'
import { RequestForm } from '#app/features/requests/ui/request-form.tsx'
import { requestLimits, writeRequest } from '#app/features/requests/write-request.command.server.ts'
import { titled } from '#app/http/page-title.ts'
import { visitorAct, visitorOf } from '#app/http/visitor-forms.server.ts'
import { Notice } from '#app/ui/notice.tsx'

export const loader = visitorOf(requestForm, {
  words: ['requests', 'choices', 'fields'],
  title: (t, { operator }) => t('requests:form.title', { operator }),
  frameBy: ({ origins }) => origins,
})
export const meta = titled

export const action = visitorAct('request', writeRequest, { limits: requestLimits })

/** The way in for an organisation: no account, no cookie, on its own or in a frame of a site that the operator lists. */
export default function PublicRequest() {
  const { t } = useTranslation('requests')
  const { page, formKey } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  if (answered && 'done' in answered)
    return (
      <FormShell>
        <h1 className="mb-5">{t(`done.${answered.done.state}Title`)}</h1>
        <Notice tone="done" role="status">
          <p>{t(`done.${answered.done.state}`, { operator: page.operator })}</p>
        </Notice>
      </FormShell>
    )
  return (
    <FormShell>
      <h1>{t('form.title', { operator: page.operator })}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed whitespace-pre-line">{page.welcome ?? t('form.lede')}</p>
      <p className="mb-8 text-ink-2">{t('form.pause')}</p>
      <RequestForm formKey={formKey} operator={page.operator} draft={null} />
    </FormShell>
  )
}
