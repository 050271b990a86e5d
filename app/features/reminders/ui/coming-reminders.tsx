import { useTranslation } from 'react-i18next'
import { CaseLink } from '#app/features/messages/ui/send-table.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'

export type ComingReminder = {
  key: string
  number: string
  organisation: string | null
  label: { fr: string; en: string }
  dueOn: Day
  to: 'practitioner' | 'organisation'
}

/** What the rules will start, at its day. */
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
        { key: 'what', header: t('columns.message'), rowHeader: true, cell: ({ label }) => label[locale] },
        { key: 'case', header: t('columns.case'), cell: reminder => <CaseLink send={reminder} base={base} /> },
        { key: 'to', header: t('columns.recipient'), cell: ({ to }) => t(`to.${to}`) },
        { key: 'on', header: t('columns.when'), short: true, cell: ({ dueOn }) => formatDay(dueOn, locale) },
      ]}
    />
  )
}
