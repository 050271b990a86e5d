import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { mayBeSigned } from '../signers.ts'
import { missionNamed } from '../taken-along.ts'
import { LeaveOffline, SignOutForm } from './leave-offline.tsx'
import { OfflineSession } from './offline-session.tsx'
import { OfflineSigning } from './offline-signing.tsx'
import { keepAlong } from './sending.ts'
import { TakenMissions } from './taken-missions.tsx'
import { UnsentList } from './unsent-list.tsx'
import { type OnDevice, useDevice, useOnline, usePlace } from './use-device.ts'

/** A consultant’s missions where there is no network: what her device holds, what waits to leave it, and a form. */
export function OfflineScreen({ locale }: { locale: Locale }) {
  const device = useDevice()
  const place = usePlace()
  const { t } = useTranslation('offline')
  // What waits leaves from here too, as soon as the network is back.
  useEffect(keepAlong, [])
  const [view = '', first = '', second = ''] = place.split('/')
  if (device.kind !== 'taken')
    return view === 'deconnexion' && device.kind !== 'reading' ? (
      <LeaveOffline unsent={[]} others={0} person="" locale={locale} />
    ) : (
      <Nothing kind={device.kind} />
    )
  const { unsent, others, taken, at } = device
  const { person } = taken
  if (view === 'deconnexion') return <LeaveOffline {...{ unsent, others, person, locale }} />
  const signed = view === 'signer' ? signingAt(device, first) : null
  if (signed) return <OfflineSigning key={first} {...signed} rank={second || null} locale={locale} />
  const form = formAt(device, { view, first, second })
  if (form) return <OfflineSession key={place} {...form} taken={taken} unsent={unsent} locale={locale} />
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mt-2 font-serif text-xl">{t('lede', { at: formatInstant(at, locale) })}</p>
      <Network isKept={view === 'gardee' && unsent.every(({ state }) => state === 'waiting')} />
      <UnsentList unsent={unsent} person={person} locale={locale} />
      <TakenMissions missions={taken.missions} locale={locale} />
    </>
  )
}

type Device = Extract<OnDevice, { kind: 'taken' }>

/** `#signer/<id>`, and `#signer/<id>/<rank>` for one person; null: the list. */
function signingAt({ taken, unsent }: Device, id: string) {
  const session = unsent.find(one => one.id === id && mayBeSigned(one))
  const mission = session && missionNamed(taken.missions, session.operator, session.engineeringId)
  return session && mission ? { session, mission } : null
}

/** `#seance/<operator>/<engineering>`, `#tenue/<operator>/<session>`, `#envoi/<id>`; null: the list. */
function formAt({ taken, unsent }: Device, { view, first, second }: { view: string; first: string; second: string }) {
  if (view === 'seance') {
    const page = missionNamed(taken.missions, first, second)?.fresh
    return page ? { page, again: null } : null
  }
  if (view === 'tenue') {
    const own = taken.missions.filter(({ operator }) => operator.slug === first)
    const page = own.flatMap(({ planned }) => planned).find(({ session }) => session?.id === second)
    return page ? { page, again: null } : null
  }
  const again = view === 'envoi' ? unsent.find(({ id }) => id === first) : undefined
  const mission = again && missionNamed(taken.missions, again.operator, again.engineeringId)
  const page = mission?.planned.find(({ session }) => session?.id === again?.sessionId) ?? mission?.fresh
  return again && page ? { page, again } : null
}

/** Said once the page has had the time to look, so that nothing flashes. */
function Nothing({ kind }: { kind: 'reading' | 'nothing' | 'refused' }) {
  const { t } = useTranslation('offline')
  return (
    <>
      <h1>{t('title')}</h1>
      {kind === 'reading' ? (
        <p className="mt-2 text-ink-2">{t('reading')}</p>
      ) : (
        <div className="mt-6">
          <EmptyState title={t(`${kind}Title`)}>{t(`${kind}Help`)}</EmptyState>
        </div>
      )}
      <p className="mt-6">
        <a href="/consultant">{t('back')}</a>
      </p>
      <noscript>
        <p className="mt-6">{t('needsScripts')}</p>
        <SignOutForm />
      </noscript>
    </>
  )
}

function Network({ isKept }: { isKept: boolean }) {
  const { t } = useTranslation('offline')
  const isOnline = useOnline()
  const [wasKept, setKept] = useState(false)
  useEffect(() => setKept(isKept), [isKept])
  return (
    <div className="mt-4 space-y-4">
      {wasKept ? (
        <Notice tone="done" role="status">
          {t('kept')}
        </Notice>
      ) : null}
      <p>{isOnline ? <a href="/consultant">{t('back')}</a> : <span className="text-ink-2">{t('noNetwork')}</span>}</p>
    </div>
  )
}
