import { useTranslation } from 'react-i18next'
import { FileLink } from '#app/features/files/ui/file-list.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { type Deliverable, isWebAddress } from '../contract.ts'

const tones: Record<Deliverable['state'], Tone> = {
  expected: 'neutral',
  submitted: 'now',
  to_revise: 'late',
  accepted: 'done',
}

type FactsProps = {
  deliverable: Deliverable
  /** Where its document is taken, for those who may. */
  fileAt?: string
}

/** What is known of one deliverable, in a few lines. */
export function DeliverableFacts({ deliverable, fileAt }: FactsProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const { title, state, dueOn, submittedOn, address, note, remark, acceptedOn, acceptedBy, sharing, file } = deliverable
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">{title}</h3>
        <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>
      </div>
      {dueOn ? <p className="text-ink-2">{t('dueBy', { day: formatDay(dueOn, locale) })}</p> : null}
      {submittedOn ? (
        <p>
          {t('submittedOn', { day: formatDay(submittedOn, locale) })}
          {address ? ' · ' : ''}
          {address && isWebAddress(address) ? (
            <a href={address} rel="noreferrer noopener" className="break-all">
              {address}
            </a>
          ) : (
            address
          )}
        </p>
      ) : null}
      {file ? <p>{fileAt ? <FileLink file={file} href={fileAt} /> : file.name}</p> : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
      {remark && state !== 'accepted' ? (
        <p className="whitespace-pre-line">
          {t('remarkSaid')} {remark}
        </p>
      ) : null}
      {acceptedOn && sharing ? (
        <p>
          {t('acceptedBy', { name: acceptedBy ?? '', day: formatDay(acceptedOn, locale) })} {t('sharedWith')}{' '}
          {t(`sharings.${sharing}`)}
        </p>
      ) : null}
    </>
  )
}
