import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant, type Locale } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { HistoryLine } from '../history-lines.ts'

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
/** The states of the case's programme, by their codes. */
export type StateWords = Readonly<Record<string, Readonly<Record<Locale, string>>>>

/** Who changed what, from which value to which. */
export function HistoryTable({ lines, states }: { lines: readonly HistoryShown[]; states: StateWords }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const who = ({ kind, name }: HistoryShown['who']) =>
    kind === 'contact' ? t('timeline.link') : kind === 'system' ? t('timeline.system') : name
  return (
    <DataTable
      caption={t('history.caption')}
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
        { key: 'what', header: t('history.what'), cell: line => <WhatChanged line={line} states={states} /> },
      ]}
    />
  )
}

function WhatChanged({ line: { name, params, changes, reason }, states }: { line: HistoryShown; states: StateWords }) {
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
          </li>
        ))}
      </ul>
      {reason ? <p className="mt-1 text-ink-2">{t('cases:history.why', { reason })}</p> : null}
    </>
  )
}

/** Fields and values by their words, where they have some; as they are stored otherwise. */
function useFieldWords(states: StateWords) {
  const { t, i18n } = useTranslation(['fields', 'choices', 'cases', 'typology', 'volunteering'])
  const locale = useLocale()
  const sentence = useSentence('fields')
  return {
    field: (field: string): string => {
      const ranked = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(field)
      const key = ranked ? `fields:${ranked[1]}.${ranked[3]}` : `fields:${field}`
      const known = [key, `typology:fields.${field}`, `volunteering:fields.${field}`].find(candidate =>
        i18n.exists(candidate),
      )
      const name = known ? sentence(known) : field
      return ranked ? t('cases:history.need', { field: name, rank: Number(ranked[2]) + 1 }) : name
    },
    value: (field: string, value: string): string => {
      const asDay = day(value)
      if (asDay) return formatDay(asDay, locale)
      if (field === 'state') return states[value]?.[locale] ?? value
      const list = field.split('.').at(-1) ?? field
      const word = (code: string) => {
        const keys = [`choices:${list}.${code}`, `typology:values.${list}.${code}`, `choices:yesNo.${code}`]
        const known = code ? keys.find(key => i18n.exists(key)) : undefined
        return known && sentence(known)
      }
      // Several values, one per line, when each of them is one.
      const words = value.split('\n').map(word)
      return words.every(known => known !== undefined) ? words.join('\n') : value
    },
  }
}
