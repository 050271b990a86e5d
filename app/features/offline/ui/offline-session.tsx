import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionFormPage } from '#app/features/sessions/session-form.ts'
import { SessionForm } from '#app/features/sessions/ui/session-form.tsx'
import { SessionHeading } from '#app/features/sessions/ui/session-heading.tsx'
import { AnsweredBefore } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { newId } from '#app/kernel/ids.ts'
import { corrected, type Refused, typedIn, type UnsentSession } from '../unsent.ts'

type OfflineSessionProps = {
  page: SessionFormPage
  /** Written before and refused since: shown again with what the server said. */
  again: UnsentSession | null
  person: string
  locale: Locale
}

/** The form of a session where there is no network: it is kept on the device, and leaves when it can. */
export function OfflineSession({ page, again, person, locale }: OfflineSessionProps) {
  const { t } = useTranslation(['offline', 'missions'])
  const [formKey] = useState(() => again?.id ?? newId())
  const [reply, setReply] = useState<Refused | null>(again?.reply ?? null)
  const keep = async (form: HTMLFormElement) => {
    const fields = fieldsOf(form)
    const missing = withoutDay(fields, t('offline:dayNeeded'))
    if (missing) return setReply(missing)
    const { keepUnsent } = await import('./device.ts')
    await keepUnsent(again ? corrected(again, fields) : written({ page, person, id: formKey, fields }, t))
    location.hash = 'gardee'
    const { sendSoon } = await import('./sending.ts')
    sendSoon(person)
  }
  const onSubmit = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) void keep(event.target)
  }
  return (
    <>
      <a href="#liste" className="-ml-1 inline-flex min-h-11 items-center">
        {t('offline:backToList')}
      </a>
      <SessionHeading page={page} locale={locale} />
      <AnsweredBefore.Provider value={reply}>
        {/* Before the form's own way of being sent, which needs a server. */}
        <div onSubmitCapture={onSubmit}>
          <SessionForm page={page} formKey={formKey} locale={locale} cancelTo="#liste" />
        </div>
      </AnsweredBefore.Provider>
    </>
  )
}

const fieldsOf = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )

/** The one thing that can be said without the server; it says the rest when the session reaches it. */
function withoutDay(fields: UnsentSession['fields'], sentence: string): Refused | null {
  if (typedIn({ fields }, 'heldOn')) return null
  return { form: 'session', status: 'invalid', fields: { heldOn: [sentence] }, values: valuesOf(fields) }
}

/** As a form is given back: boxes of one name are one value, a line for each. */
function valuesOf(fields: UnsentSession['fields']): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of fields) values[name] = name in values ? `${values[name]}\n${value}` : value
  return values
}

type Writing = { page: SessionFormPage; person: string; id: string; fields: UnsentSession['fields'] }

function written({ page, person, id, fields }: Writing, t: (key: 'missions:untitled') => string): UnsentSession {
  return {
    id,
    person,
    operator: page.operator.slug,
    engineeringId: page.engineering.id,
    title: page.engineering.title ?? t('missions:untitled'),
    sessionId: page.session?.id ?? null,
    fields,
    writtenAt: new Date().toISOString(),
    state: 'waiting',
    reply: null,
  }
}
