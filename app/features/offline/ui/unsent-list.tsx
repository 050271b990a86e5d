import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DrawnSignature } from '#app/features/attendance-sheets/ui/drawn-signature.tsx'
import { formatDay, formatInstant, type Locale } from '#app/i18n/formats.ts'
import { day as dayFrom } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { mayBeSigned } from '../signers.ts'
import { stuckIn, type UnsentSession } from '../unsent.ts'
import { typedIn } from '../written.ts'
import { forgetUnsent } from './device.ts'
import { missionOf } from './posting.ts'
import { refresh, sendWaiting } from './sending.ts'

const tones = { typing: 'neutral', waiting: 'now', refused: 'stop', conflict: 'late', closed: 'stop' } as const

type UnsentListProps = { unsent: readonly UnsentSession[]; person: string; locale: Locale }

/** What this device has and the server has not: since when, why, and what to do. */
export function UnsentList({ unsent, person, locale }: UnsentListProps) {
  const { t } = useTranslation('offline')
  if (unsent.length === 0) return null
  return (
    <section aria-labelledby="envois" className="mt-8">
      <h2 id="envois">{t('unsent', { count: unsent.length })}</h2>
      <ul className="mt-4 space-y-4">
        {unsent.map(session => (
          <li key={session.id} className="border-l-3 border-line-strong pl-4">
            <Unsent session={session} locale={locale} />
          </li>
        ))}
      </ul>
      {unsent.some(({ state }) => state === 'waiting') ? (
        <div className="mt-4">
          <Button type="button" icon={Send} onClick={() => void send(person)}>
            {t('sendNow')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

async function send(person: string): Promise<void> {
  await sendWaiting(person)
  await refresh()
}

function Unsent({ session, locale }: { session: UnsentSession; locale: Locale }) {
  const { t } = useTranslation('offline')
  const day = dayFrom(typedIn(session, 'heldOn'))
  return (
    <>
      <h3>
        {session.title}
        {day ? ` · ${formatDay(day, locale)}` : ''}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-2">
        <StatusTag tone={tones[session.state]}>{t(`states.${session.state}`)}</StatusTag>
        {t('writtenAt', { at: formatInstant(new Date(session.writtenAt), locale) })}
      </p>
      {session.photos.length > 0 ? <p>{t('photosWaiting', { count: session.photos.length })}</p> : null}
      <Signatures session={session} />
      {session.recordedAs ? <p>{t('isRecorded')}</p> : null}
      <Reasons session={session} />
      <Texts session={session} />
      <div className="flex flex-wrap items-center gap-x-5">
        {session.state === 'waiting' || session.state === 'closed' || session.recordedAs ? null : (
          <a href={`#envoi/${session.id}`} className="inline-flex min-h-11 items-center">
            {t(session.state === 'typing' ? 'goOn' : 'correct')}
          </a>
        )}
        {mayBeSigned(session) ? (
          <a href={`#signer/${session.id}`} className="inline-flex min-h-11 items-center">
            {t('handRound')}
          </a>
        ) : null}
        <Disclosure label={t('remove')}>
          <p>{t('removeHelp')}</p>
          <Button type="button" variant="danger" onClick={() => void forgetUnsent(session.id)}>
            {t('removeSure')}
          </Button>
        </Disclosure>
      </div>
    </>
  )
}

/** How many have signed and wait; and those that the server did not take, as they were given, with what to do. */
function Signatures({ session }: { session: UnsentSession }) {
  const { t } = useTranslation('offline')
  const { signatures, recordedAs } = session
  const refused = stuckIn(session)
  const waiting = signatures.length - refused.length
  return (
    <>
      {waiting > 0 ? <p>{t('signaturesWaiting', { count: waiting })}</p> : null}
      {refused.map(({ id, personName, signedName, drawing, refusal }) => {
        const name = personName ?? signedName ?? ''
        return (
          <div key={id} className="mt-1">
            <p>
              {t('signatureRefused', { name })} {refusal?.join(' ')}
            </p>
            {drawing ? <DrawnSignature drawing={drawing} label={name} className="h-12 bg-white" /> : null}
          </div>
        )
      })}
      {refused.length > 0 && recordedAs && session.state !== 'closed' ? (
        <p className="mt-1">
          {t('signatureStays')} <a href={`${missionOf(session)}/seances/${recordedAs}/emargement`}>{t('openSheet')}</a>
        </p>
      ) : null}
    </>
  )
}

function Reasons({ session }: { session: UnsentSession }) {
  const { t } = useTranslation('offline')
  if (session.state === 'closed')
    return <p className="mt-1">{t(session.recordedAs ? 'closedBesideHelp' : 'closedHelp')}</p>
  if (session.state === 'conflict') return <p className="mt-1">{t('conflictHelp')}</p>
  const reasons = Object.values(session.reply?.fields ?? {}).flat()
  return reasons.length > 0 ? <p className="mt-1">{reasons.join(' ')}</p> : null
}

/** Her words can be read and copied whatever the server says of them. */
function Texts({ session }: { session: UnsentSession }) {
  const { t } = useTranslation('offline')
  const words = session.fields.filter(([name, value]) => value && /^(agenda|decisions|nextSteps|blockers)\b/.test(name))
  if (words.length === 0) return null
  return (
    <Disclosure label={t('words')}>
      <ul className="list-disc space-y-1 pl-5">
        {words.map(([name, value]) => (
          <li key={name} className="whitespace-pre-line">
            {value}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
