import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signatureIn } from '#app/features/attendance-sheets/signature-rules.ts'
import { PaidBy } from '#app/features/attendance-sheets/ui/paid-by.tsx'
import { useSheetWords } from '#app/features/attendance-sheets/ui/sheet-words.ts'
import { SignForm } from '#app/features/attendance-sheets/ui/sign-form.tsx'
import { AnsweredBefore } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { newId } from '#app/kernel/ids.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { factsShown, factsTyped, type Signer, signedBy, signersOf } from '../signers.ts'
import type { TakenMission } from '../taken-along.ts'
import type { Refused, UnsentSession } from '../unsent.ts'
import { typedIn, valuesOf } from '../written.ts'
import { keepUnsent } from './device.ts'
import { sendSoon, signingLock } from './sending.ts'
import { fieldsOf } from './use-typing.ts'

type OfflineSigningProps = {
  session: UnsentSession
  mission: TakenMission
  /** The place in the list of who signs now; null: the list. */
  rank: string | null
  locale: Locale
}

/** A session that is still on the device, handed round where there is no network: who has signed, and one form each. */
export function OfflineSigning({ session, mission, rank, locale }: OfflineSigningProps) {
  const { t } = useTranslation(['offline', 'sheets'])
  const { factsOf } = useSheetWords(locale)
  useHandedRound(session)
  const signers = signersOf(session)
  const signer = rank === null ? undefined : signers[Number(rank)]
  const list = `#signer/${session.id}`
  return (
    <div className="max-w-2xl">
      <a href={signer ? list : '#liste'} className="-ml-1 inline-flex min-h-11 items-center">
        {t(signer ? 'sheets:title' : 'offline:backToList')}
      </a>
      <h1 className="wrap-anywhere">{signer ? nameOf(signer, mission) : t('sheets:title')}</h1>
      <p className="mt-2">
        {signer
          ? t('sheets:statement', { operator: mission.operator.name, title: session.title })
          : t('offline:signHelp', { title: session.title })}
      </p>
      <p className="font-semibold">{factsOf(factsShown(session))}</p>
      <PaidBy names={mission.funders ?? []} />
      {signer ? (
        <OneSignature key={rank} session={session} signer={signer} organisation={organisationOf(signer, mission)} />
      ) : (
        <ul className="mt-4 divide-y divide-line">
          {signers.map((one, index) => (
            <li key={`${one.accompanimentId} ${one.personName}`} className="flex flex-wrap items-center gap-x-4 py-2">
              <span className="grow wrap-anywhere">{nameOf(one, mission)}</span>
              {one.signature ? (
                <StatusTag tone="done">{t('sheets:isSigned')}</StatusTag>
              ) : (
                <a href={`${list}/${index}`} className="inline-flex min-h-11 items-center font-semibold">
                  {t('sheets:signHere')}
                  <span className="sr-only"> {nameOf(one, mission)}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const organisationOf = ({ accompanimentId }: Signer, { fresh, planned }: TakenMission) =>
  [...(fresh ? [fresh] : []), ...planned]
    .flatMap(({ attendance }) => attendance)
    .find(row => row.accompanimentId === accompanimentId)?.name ?? null

const nameOf = (signer: Signer, mission: TakenMission) => signer.personName ?? organisationOf(signer, mission) ?? ''

/** While it is handed round it does not leave; it does once the list is left, or the tab closed. */
function useHandedRound({ id, person }: UnsentSession): void {
  useEffect(() => {
    const left = new AbortController()
    const until = new Promise<void>(resolve => left.signal.addEventListener('abort', () => resolve()))
    navigator.locks
      .request(signingLock(id), { signal: left.signal }, () => until)
      .catch(() => {})
      .finally(() => sendSoon(person))
    return () => left.abort()
  }, [id, person])
}

type OneSignatureProps = { session: UnsentSession; signer: Signer; organisation: string | null }

function OneSignature({ session, signer, organisation }: OneSignatureProps) {
  const { t } = useTranslation(['offline', 'sheets'])
  const [reply, setReply] = useState<Refused | null>(null)
  const { accompanimentId, personName } = signer
  if (signer.signature) return <Notice tone="done">{t('sheets:isSigned')}</Notice>
  const sign = async (form: HTMLFormElement) => {
    const fields = fieldsOf(form)
    const given = {
      signedName: typedIn({ fields }, 'signedName'),
      wasThere: typedIn({ fields }, 'wasThere') !== null,
      drawing: typedIn({ fields }, 'drawing'),
    }
    const judged = signatureIn(personName, given)
    if (!judged.ok) {
      const { tag, field = '', params } = judged.failure
      const sentence = t(`offline:signatures.${tag}`, params)
      return setReply({ form: 'sign', status: 'failed', fields: { [field]: [sentence] }, values: valuesOf(fields) })
    }
    const signature = { id: newId(), accompanimentId, personName, facts: factsTyped(session), ...given }
    await keepUnsent(signedBy(session, { ...signature, signedAt: new Date().toISOString(), refusal: null }))
    location.hash = `signer/${session.id}`
  }
  return (
    <AnsweredBefore.Provider value={reply}>
      {/* Before the form's own way of being sent, which needs a server. */}
      <div
        onSubmitCapture={event => {
          event.preventDefault()
          if (event.target instanceof HTMLFormElement) void sign(event.target)
        }}
      >
        <SignForm hash="" line={{ personName, organisation }} formKey={session.id} />
      </div>
    </AnsweredBefore.Provider>
  )
}
