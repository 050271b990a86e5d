import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { ComingReminder } from '../coming-reminder.ts'
import { batches } from '../reminder-batches.ts'

/** What the rules will start, at its day: who is told what, by which channel, and why. */
export function ComingReminders({
  coming,
  base,
  locale,
}: {
  coming: readonly ComingReminder[]
  base: string
  locale: Locale
}) {
  const { t } = useTranslation('sends')
  return (
    <DataTable
      caption={t('captions.coming')}
      hideCaption
      rows={batches(coming)}
      rowKey={([first]) => first?.key ?? ''}
      empty={<p className="text-ink-2">{t('empty.coming')}</p>}
      columns={[
        {
          key: 'on',
          header: t('columns.when'),
          short: true,
          cell: ([first]) => (first ? formatDay(first.leavesOn, locale) : ''),
        },
        {
          key: 'what',
          header: t('columns.message'),
          rowHeader: true,
          cell: ([first]) => (
            <>
              {first?.label[locale]}
              {first?.why ? <span className="block text-sm font-normal text-ink-2">{first.why[locale]}</span> : null}
              {first?.change ? <span className="block text-sm font-normal text-ink-2">{t('decided')}</span> : null}
            </>
          ),
        },
        {
          key: 'case',
          header: t('columns.case'),
          cell: ([first, ...others]) =>
            first && others.length === 0 ? (
              <About reminder={first} base={base} />
            ) : (
              <Disclosure label={t('together', { count: others.length + 1 })}>
                <ul className="space-y-2 pb-2">
                  {[...(first ? [first] : []), ...others].map(reminder => (
                    <li key={reminder.key}>
                      <About reminder={reminder} base={base} />
                      <span className="block text-sm text-ink-2">{namesOf(reminder) ?? t('nobody')}</span>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ),
        },
        { key: 'to', header: t('columns.recipient'), cell: batch => <Told batch={batch} /> },
      ]}
    />
  )
}

function About({ reminder: { number, about }, base }: { reminder: ComingReminder; base: string }) {
  return number ? <Link to={`${base}/accompagnements/${number}`}>{about ?? number}</Link> : about
}

const reachedBy = ({ told, channel }: ComingReminder) =>
  channel === 'mail' ? told.filter(({ email }) => email !== null) : told

const namesOf = (reminder: ComingReminder) =>
  reachedBy(reminder)
    .map(({ name }) => name)
    .join(', ') || null

/** Who is told, as what, and by which channel. */
export function Told({ batch }: { batch: readonly ComingReminder[] }) {
  const { t } = useTranslation('sends')
  const [first] = batch
  const names = [...new Set(batch.flatMap(reachedBy).map(({ name }) => name))]
  return (
    <>
      {names.length > 0 ? names.join(', ') : t('nobody')}
      {first ? (
        <span className="block text-sm text-ink-2">
          {t(`to.${first.to}`)}, {t(`by.${first.channel}`)}
        </span>
      ) : null}
    </>
  )
}
