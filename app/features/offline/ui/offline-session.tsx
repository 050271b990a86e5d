import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionFormPage } from '#app/features/sessions/session-form.ts'
import { SessionForm } from '#app/features/sessions/ui/session-form.tsx'
import { SessionHeading } from '#app/features/sessions/ui/session-heading.tsx'
import { AnsweredBefore } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { newId } from '#app/kernel/ids.ts'
import { busyBeside } from '../busy-beside.ts'
import type { TakenAlong } from '../taken-along.ts'
import type { KeptPhoto, Refused, UnsentSession } from '../unsent.ts'
import { saved, shownAgain, typedIn, typing, valuesOf } from '../written.ts'
import { keepUnsent } from './device.ts'
import { forgetPhoto, keepPhoto } from './device-photos.ts'
import { OfflinePhotos } from './offline-photos.tsx'
import { sendSoon } from './sending.ts'
import { fieldsOf, useTyping } from './use-typing.ts'

type OfflineSessionProps = {
  page: SessionFormPage
  /** Begun before, or refused since: shown again with what the server said. */
  again: UnsentSession | null
  /** What lies on the device beside it. */
  taken: TakenAlong
  unsent: readonly UnsentSession[]
  locale: Locale
}

/** The form of a session where there is no network: kept on the device while it is typed, it leaves when it can. */
export function OfflineSession({ page, again, taken, unsent, locale }: OfflineSessionProps) {
  const { person } = taken
  const { t } = useTranslation(['offline', 'missions'])
  const [session] = useState(() => again ?? begun(page, person, t('missions:untitled')))
  const current = useRef(session)
  const [photos, setPhotos] = useState(session.photos)
  const [reply, setReply] = useState<Refused | null>(again && shownAgain(again))
  const busy = busyBeside(session, taken, unsent)
  const { onInput, stop } = useTyping(fields => typing(current.current, fields))
  const keep = async (form: HTMLFormElement) => {
    const fields = fieldsOf(form)
    const missing = withoutDay(fields, t('offline:dayNeeded'))
    if (missing) return setReply(missing)
    await stop()
    await keepUnsent(saved(current.current, fields))
    location.hash = 'gardee'
    sendSoon(person)
  }
  const frame = useRef<HTMLDivElement>(null)
  /** With what is typed just then: photos do not stand beside an empty session. */
  const change = async (photosOf: (photos: KeptPhoto[]) => KeptPhoto[]) => {
    const form = frame.current?.querySelector('form')
    const fields = form ? fieldsOf(form) : current.current.fields
    current.current = typing({ ...current.current, photos: photosOf(current.current.photos) }, fields)
    setPhotos(current.current.photos)
    await keepUnsent(current.current)
  }
  return (
    <>
      <a href="#liste" className="-ml-1 inline-flex min-h-11 items-center">
        {t('offline:backToList')}
      </a>
      <SessionHeading page={page} locale={locale} />
      <OfflinePhotos
        photos={photos}
        onKeep={async (photo, bytes) => {
          await keepPhoto({ person, session: session.id, id: photo.id }, bytes)
          await change(kept => [...kept, photo])
        }}
        onRemove={async photo => {
          await change(kept => kept.filter(({ id }) => id !== photo.id))
          await forgetPhoto(photo.id)
        }}
      />
      <AnsweredBefore.Provider value={reply}>
        {/* Before the form's own way of being sent, which needs a server. */}
        <div
          ref={frame}
          onInput={onInput}
          onSubmitCapture={event => {
            event.preventDefault()
            if (event.target instanceof HTMLFormElement) void keep(event.target)
          }}
        >
          <SessionForm page={page} formKey={session.id} locale={locale} cancelTo="#liste" {...busy} />
        </div>
      </AnsweredBefore.Provider>
    </>
  )
}

/** The one thing that can be said without the server; it says the rest when the session reaches it. */
function withoutDay(fields: UnsentSession['fields'], sentence: string): Refused | null {
  if (typedIn({ fields }, 'heldOn')) return null
  return { form: 'session', status: 'invalid', fields: { heldOn: [sentence] }, values: valuesOf(fields) }
}

const begun = (page: SessionFormPage, person: string, untitled: string): UnsentSession => ({
  id: newId(),
  person,
  operator: page.operator.slug,
  engineeringId: page.engineering.id,
  title: page.engineering.title ?? untitled,
  sessionId: page.session?.id ?? null,
  fields: [],
  writtenAt: new Date().toISOString(),
  state: 'typing',
  reply: null,
  photos: [],
  signatures: [],
  recordedAs: null,
})
