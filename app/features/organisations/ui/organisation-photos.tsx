import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { type SnapshotFigures, snapshotFields } from '#app/features/snapshots/snapshot.ts'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'

type Photo = SnapshotFigures & {
  id: string
  takenOn: string
  occasion: 'diagnostic' | 'restitution' | 'follow_up' | 'manual'
}

/** The organisation through time: each photo as it was taken, unknown figures empty. */
export function OrganisationPhotos({ snapshots }: { snapshots: readonly Photo[] }) {
  const { t } = useTranslation(['organisations', 'fields'])
  const locale = useLocale()
  const dayWords = useDayWords()
  const shown = snapshotFields.filter(field => snapshots.some(photo => photo[field] !== null)).slice(0, 6)
  return (
    <Section title={t('organisations:page.photos')}>
      {snapshots.length === 0 ? (
        <p className="text-ink-2">{t('organisations:page.noPhotos')}</p>
      ) : (
        <DataTable
          caption={t('organisations:page.photosCaption')}
          hideCaption
          rows={snapshots}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'on',
              header: t('fields:takenOn'),
              rowHeader: true,
              short: true,
              cell: row => dayWords(row.takenOn, 'short'),
            },
            {
              key: 'occasion',
              header: t('organisations:page.occasion'),
              cell: row => t(`organisations:page.occasions.${row.occasion}`),
            },
            ...shown.map(field => ({
              key: field,
              header: t(`fields:${field}`),
              numeric: true,
              cell: (row: Photo) => {
                const value = row[field]
                return value === null ? '—' : formatNumber(value, locale)
              },
            })),
          ]}
        />
      )}
    </Section>
  )
}
