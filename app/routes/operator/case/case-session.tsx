import { useLoaderData, useParams } from '@remix-run/react'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { SessionForm } from '#app/features/sessions/ui/session-form.tsx'
import { SessionHeading } from '#app/features/sessions/ui/session-heading.tsx'
import { sessionToast } from '#app/features/sessions/ui/session-toast.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'

export const loader = page(sessionForm, {
  words: ['sessions', 'choices'],
  drafts: draftsHere,
  title: (t, { session, today }, locale) => t('sessions:titleOn', { day: formatDay(session?.heldOn ?? today, locale) }),
})
export const meta = titled
export const action = act({
  session: on(correctSession, {
    done: (value, { params, locale }) => ({
      to: `/o/${params.operator}/accompagnements/${params.number}/seances`,
      toast: sessionToast(value, locale),
    }),
  }),
})

export default function CaseSession() {
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
