import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { type HistoryLine, type HistoryShown, inLanguage } from '../history-lines.ts'
import { putBackForm } from '../putting-back.ts'
import { type Way, wayBack } from '../ways-back.ts'
import { type StateWords, useFieldWords } from './use-field-words.ts'

type HistoryTableProps = {
  caption: string
  lines: readonly HistoryShown[]
  states: StateWords
  /** The words of values that are ids. */
  names?: Readonly<Record<string, string>>
  /** Where a value of an event is put back, up to the name of its field. */
  putBackAt: (eventId: string) => string
  /** The addresses of the operator and of what this is the history of. */
  at: { operator: string; here: string }
}

/** Who changed what, from which value to which. */
export function HistoryTable({ caption, lines, states, names = {}, putBackAt, at }: HistoryTableProps) {
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
          cell: line => (
            <WhatChanged
              line={line}
              states={states}
              names={names}
              backAt={putBackAt(line.id)}
              way={wayBack(line, at)}
            />
          ),
        },
      ]}
    />
  )
}

type WhatChangedProps = {
  line: HistoryShown
  states: StateWords
  names: Readonly<Record<string, string>>
  backAt: string
  way: Way | null
}

function WhatChanged({ line: { name, params, about, changes, reason }, states, names, backAt, way }: WhatChangedProps) {
  const { t } = useTranslation(['events', 'cases'])
  const words = useFieldWords(states, names)
  // Names of events come from the journal: one that has no sentence of its own yet still says that something happened.
  const sentence = useSentence('events')
  const locale = useLocale()
  const isOffered = ({ field }: HistoryLine) => putBackForm(name, field) !== null
  return (
    <>
      {changes.length === 0 ? sentence([`events:${name}`, 'events:other'], inLanguage(params, locale)) : null}
      {changes.length > 0 && about ? <p className="mb-1 text-ink-2">{about}</p> : null}
      {changes.length > 0 ? (
        <ul className="space-y-1.5">
          {changes.map(line => (
            <li key={line.field}>
              <span className="font-semibold">{words.field(line.field)}</span>
              <span className="block whitespace-pre-wrap">
                <del className="text-ink-2">{words.value(line.field, line.before) || t('cases:history.empty')}</del>
                <span aria-hidden="true"> → </span>
                <ins className="no-underline">{words.value(line.field, line.after) || t('cases:history.empty')}</ins>
              </span>
              {isOffered(line) ? (
                <Link to={`${backAt}champ=${encodeURIComponent(line.field)}`} className="inline-block py-1 text-sm">
                  {t('cases:history.putBackLink')}
                  <span className="sr-only"> : {words.field(line.field)}</span>
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {reason ? <p className="mt-1 text-ink-2">{t('cases:history.why', { reason })}</p> : null}
      {way && !(changes.length > 0 && changes.every(isOffered)) ? (
        <Link to={way.to} className="inline-block py-1 text-sm">
          {t('cases:history.way', { page: t(`cases:history.ways.${way.page}`) })}
        </Link>
      ) : null}
    </>
  )
}
