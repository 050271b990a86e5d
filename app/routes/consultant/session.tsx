import { useLoaderData } from '@remix-run/react'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { keepWhenAway } from '#app/features/offline/ui/keep-when-away.ts'
import { LocalCopy } from '#app/features/offline/ui/local-copy.tsx'
import { busyHours } from '#app/features/sessions/busy-hours.query.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { SessionScreen } from '#app/features/sessions/ui/session-screen.tsx'
import { sessionToast } from '#app/features/sessions/ui/session-toast.ts'
import { fromOtherOperators } from '#app/http/across-operators.server.ts'
import { act, on } from '#app/http/guard.server.ts'
import { pageBeside } from '#app/http/page-beside.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'

export const loader = pageBeside(sessionForm, {
  beside: fromOtherOperators('consultant', busyHours),
  words: ['sessions', 'missions', 'choices'],
  drafts: draftsHere,
  title: (t, { session, today }, locale) => t('sessions:titleOn', { day: formatDay(session?.heldOn ?? today, locale) }),
})
export const meta = titled
export const action = act({
  session: on(correctSession, {
    done: (value, { params, locale }) => ({
      to: `/consultant/${params.operator}/missions/${params.engineeringId}`,
      toast: sessionToast(value, locale),
    }),
  }),
})

export const clientAction = keepWhenAway

export default function CorrectSession() {
  const { page, formKey, locale, beside } = useLoaderData<typeof loader>()
  const elsewhere = beside.flatMap(({ sessions }) => sessions)
  return (
    <LocalCopy locale={locale}>
      <SessionScreen page={page} formKey={formKey} locale={locale} elsewhere={elsewhere} />
    </LocalCopy>
  )
}
