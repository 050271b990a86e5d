import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { ComingReminder } from '../coming-reminder.ts'

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
      rows={coming}
      rowKey={({ key }) => key}
      empty={<p className="text-ink-2">{t('empty.coming')}</p>}
      columns={[
        { key: 'on', header: t('columns.when'), short: true, cell: ({ leavesOn }) => formatDay(leavesOn, locale) },
        {
          key: 'what',
          header: t('columns.message'),
          rowHeader: true,
          cell: ({ label, why, change }) => (
            <>
              {label[locale]}
              {why ? <span className="block text-sm font-normal text-ink-2">{why[locale]}</span> : null}
              {change ? <span className="block text-sm font-normal text-ink-2">{t('decided')}</span> : null}
            </>
          ),
        },
        {
          key: 'case',
          header: t('columns.case'),
          cell: ({ number, about }) =>
            number ? <Link to={`${base}/accompagnements/${number}`}>{about ?? number}</Link> : about,
        },
        { key: 'to', header: t('columns.recipient'), cell: reminder => <Told reminder={reminder} /> },
      ]}
    />
  )
}

/** Who is told, as what, and by which channel. */
export function Told({ reminder: { to, told, channel } }: { reminder: ComingReminder }) {
  const { t } = useTranslation('sends')
  const reached = channel === 'mail' ? told.filter(({ email }) => email !== null) : told
  return (
    <>
      {reached.length > 0 ? reached.map(({ name }) => name).join(', ') : t('nobody')}
      <span className="block text-sm text-ink-2">
        {t(`to.${to}`)}, {t(`by.${channel}`)}
      </span>
    </>
  )
}
