import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { HistoryLine } from '../history-lines.ts'
import { mayPutBack } from '../putting-back.ts'
import { type StateWords, useFieldWords } from './use-field-words.ts'

export type HistoryShown = {
  id: string
  name: string
  at: string
  who: { kind: string; name: string }
  reason: string | null
  /** Short values that the event's sentence may hold. */
  params: Record<string, string>
  changes: HistoryLine[]
}

type HistoryTableProps = {
  caption: string
  lines: readonly HistoryShown[]
  states: StateWords
  /** Where a value of an event is put back, up to the name of its field. */
  putBackAt: (eventId: string) => string
}

/** Who changed what, from which value to which. */
export function HistoryTable({ caption, lines, states, putBackAt }: HistoryTableProps) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const who = ({ kind, name }: HistoryShown['who']) =>
    kind === 'contact' ? t('timeline.link') : kind === 'system' ? t('timeline.system') : name
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('history.when'),
          rowHeader: true,
          cell: ({ at }) => formatInstant(new Date(at), locale),
        },
        { key: 'who', header: t('history.who'), cell: line => who(line.who) },
        {
          key: 'what',
          header: t('history.what'),
          cell: line => <WhatChanged line={line} states={states} at={putBackAt(line.id)} />,
        },
      ]}
    />
  )
}

type WhatChangedProps = { line: HistoryShown; states: StateWords; at: string }

function WhatChanged({ line: { name, params, changes, reason }, states, at }: WhatChangedProps) {
  const { t } = useTranslation(['events', 'cases'])
  const words = useFieldWords(states)
  // Names of events come from the journal: one that has no sentence of its own yet still says that something happened.
  const sentence = useSentence('events')
  if (changes.length === 0)
    return (
      <>
        {sentence([`events:${name}`, 'events:other'], params)}
        {reason ? <p className="text-ink-2">{t('cases:history.why', { reason })}</p> : null}
      </>
    )
  return (
    <>
      <ul className="space-y-1.5">
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <span className="font-semibold">{words.field(field)}</span>
            <span className="block whitespace-pre-wrap">
              <del className="text-ink-2">{words.value(field, before) || t('cases:history.empty')}</del>
              <span aria-hidden="true"> → </span>
              <ins className="no-underline">{words.value(field, after) || t('cases:history.empty')}</ins>
            </span>
            {mayPutBack(name, field) ? (
              <Link to={`${at}champ=${encodeURIComponent(field)}`} className="inline-block py-1 text-sm">
                {t('cases:history.putBackLink')}
                <span className="sr-only"> : {words.field(field)}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {reason ? <p className="mt-1 text-ink-2">{t('cases:history.why', { reason })}</p> : null}
    </>
  )
}
