import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acceptRequest } from '#app/features/requests/accept-request.command.server.ts'
import { declineRequest } from '#app/features/requests/decline-request.command.server.ts'
import { requestPage } from '#app/features/requests/request-page.query.server.ts'
import { AcceptForm } from '#app/features/requests/ui/accept-form.tsx'
import { DeclineForm } from '#app/features/requests/ui/decline-form.tsx'
import { RequestFacts } from '#app/features/requests/ui/request-facts.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(requestPage, {
  words: ['requests', 'choices', 'fields', 'cases'],
  title: (t, { request }) => request.organisationName ?? t('requests:list.title'),
})
export const meta = titled

export const action = act({
  accept: on(acceptRequest, {
    done: ({ number }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}/accueil`,
      toast: { key: 'requestAccepted', params: { number } },
    }),
  }),
  decline: on(declineRequest, {
    done: (_done, { params }) => ({ to: `/o/${params.operator}/demandes`, toast: { key: 'requestDeclined' } }),
  }),
})

export default function OneRequest() {
  const { t } = useTranslation('requests')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { base, request } = page
  return (
    <>
      <PageHeader
        title={request.organisationName}
        crumbs={[{ to: `${base}/demandes`, label: t('list.title') }]}
        crumbsLabel={t('page.way')}
      />
      <Section title={t('page.asked')}>
        <RequestFacts request={request} base={base} decidedBy={page.decidedBy} caseNumber={page.caseNumber} />
      </Section>
      {request.state === 'sent' ? (
        <>
          <AcceptForm {...page} formKey={formKey} />
          <DeclineForm version={request.version} email={request.email} formKey={formKey} />
        </>
      ) : null}
    </>
  )
}
