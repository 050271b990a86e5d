import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { messageWords } from '../message-words.ts'

export type ShownSend = {
  id: string
  message: string
  recipient: string
  state: 'planned' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'cancelled'
  dueAt: string
  sentAt: string | null
  failure: string | null
  subject: string | null
  rendered: string | null
  number: string | null
  organisation: string | null
}

const tones: Record<ShownSend['state'], Tone> = {
  planned: 'neutral',
  sending: 'now',
  sent: 'done',
  failed: 'stop',
  uncertain: 'late',
  cancelled: 'neutral',
}

type SendTableProps = {
  caption: string
  sends: readonly ShownSend[]
  base: string
  locale: Locale
  sent: boolean /** On the page of one case. */
  ofCase?: boolean
}

/** Messages to come, or messages that have left. */
export function SendTable({ caption, sends, base, locale, sent, ofCase }: SendTableProps) {
  const { t } = useTranslation('sends')
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={sends}
      rowKey={send => send.id}
      columns={[
        {
          key: 'message',
          header: t('columns.message'),
          rowHeader: true,
          cell: send => <MessageName send={send} />,
        },
        ...(ofCase
          ? []
          : [
              {
                key: 'case',
                header: t('columns.case'),
                cell: (send: ShownSend) => <CaseLink send={send} base={base} />,
              },
            ]),
        {
          key: 'recipient',
          header: t('columns.recipient'),
          cell: ({ recipient }) => (recipient ? <Address>{recipient}</Address> : t('erased')),
        },
        {
          key: 'when',
          header: t(sent ? 'columns.sentAt' : 'columns.when'),
          cell: ({ sentAt, dueAt }) => formatInstant(new Date(sentAt ?? dueAt), locale),
        },
        {
          key: 'state',
          header: t('columns.state'),
          cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>,
        },
      ]}
    />
  )
}

/** The message's name, and the text that left. */
function MessageName({ send: { message, subject, rendered } }: { send: ShownSend }) {
  const { t } = useTranslation('sends')
  if (!rendered) return t(messageWords(message))
  return (
    <div>
      {t(messageWords(message))}
      <div className="font-normal">
        <Disclosure label={t('read')}>
          <p className="mb-2 font-semibold">{subject}</p>
          <p className="max-w-prose whitespace-pre-line break-words">{rendered}</p>
        </Disclosure>
      </div>
    </div>
  )
}

export function CaseLink({
  send: { number, organisation },
  base,
}: {
  send: Pick<ShownSend, 'number' | 'organisation'>
  base: string
}) {
  if (!number) return '–'
  return (
    <>
      <Link to={`${base}/accompagnements/${number}`}>{organisation ?? number}</Link>
      {organisation ? <span className="block text-sm text-ink-2">{number}</span> : null}
    </>
  )
}

/** An address breaks anywhere rather than widening its column. */
export function Address({ children }: { children: string }) {
  return (
    <span className="wrap-anywhere">
      {children.split(/(?<=[@.])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
