import { useLoaderData, useParams } from '@remix-run/react'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { SessionForm } from '#app/features/sessions/ui/session-form.tsx'
import { SessionHeading } from '#app/features/sessions/ui/session-heading.tsx'
import { sessionToast } from '#app/features/sessions/ui/session-toast.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

/** `?ingenierie=` says of which engineering of the case. */
const engineeringOf = (request: Request) => new URL(request.url).searchParams.get('ingenierie')

export const loader = page(sessionForm, {
  words: ['sessions', 'choices'],
  drafts: draftsHere,
  title: t => t('sessions:newTitle'),
  input: ({ request, params }) => ({
    engineeringId: engineeringOf(request),
    number: params.number,
    comme: new URL(request.url).searchParams.get('comme'),
  }),
})
export const meta = titled
export const action = act({
  session: on(recordSession, {
    input: ({ request, params, form }) => ({
      ...form.values,
      engineeringId: engineeringOf(request),
      number: params.number,
    }),
    done: (value, { params, locale }) => ({
      to: `/o/${params.operator}/accompagnements/${params.number}/seances`,
      toast: sessionToast(value, locale),
    }),
  }),
})

export default function CaseNewSession() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const { number } = useParams()
  const cancelTo = `/o/${page.operator.slug}/accompagnements/${number}/seances`
  return (
    <>
      <SessionHeading page={page} locale={locale} level={2} />
      <SessionForm page={page} formKey={formKey} locale={locale} cancelTo={cancelTo} />
    </>
  )
}
