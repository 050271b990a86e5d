import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/words.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Meter } from '#app/ui/meter.tsx'
import type { FrozenTarget } from '../edition-content.ts'
import { type FigureLink, FigureValue } from './figure-value.tsx'
import { useWritten } from './use-written.ts'

/** What was achieved beside what was aimed at, with a bar for the eye. */
export function TargetsTable({
  targets,
  locale,
  linkOf,
}: {
  targets: readonly FrozenTarget[]
  locale: Locale
  linkOf?: (code: string) => FigureLink
}) {
  const { t } = useTranslation('reports')
  const written = useWritten(locale)
  if (targets.length === 0) return <p className="text-ink-2">{t('document.targets.none')}</p>
  return (
    <DataTable
      caption={t('document.targets.title')}
      hideCaption
      rows={targets}
      rowKey={row => row.code}
      columns={[
        { key: 'label', header: t('document.targets.indicator'), rowHeader: true, cell: row => row.label },
        {
          key: 'meter',
          header: t('document.targets.progress'),
          hideHeader: true,
          cell: ({ label, value, target, unit }) =>
            value === null ? null : (
              <Meter
                label={t('document.targets.meter', {
                  label,
                  value: written(value, unit),
                  target: written(target, unit),
                })}
                value={value}
                max={target}
              />
            ),
        },
        {
          key: 'value',
          header: t('document.targets.achieved'),
          numeric: true,
          cell: row => <FigureValue figure={row} locale={locale} {...(linkOf && { link: linkOf(row.code) })} />,
        },
        {
          key: 'target',
          header: t('document.targets.target'),
          numeric: true,
          cell: ({ target, unit }) => written(target, unit),
        },
      ]}
    />
  )
}
