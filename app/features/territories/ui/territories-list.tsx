import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { TerritoryKind } from '../territory.ts'

type Shown = { id: string; name: string; kind: TerritoryKind; labelledOn: string | null; open: number }

/** The operator's territories by name, with the challenges that are still open. */
export function TerritoriesList({ base, territories }: { base: string; territories: readonly Shown[] }) {
  const { t } = useTranslation('territories')
  const dayWords = useDayWords()
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={territories}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('fields.name'),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={`${base}/${id}`}>{name}</Link>,
        },
        { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
        {
          key: 'label',
          header: t('fields.labelledOn'),
          short: true,
          cell: ({ labelledOn }) => dayWords(labelledOn) || '–',
        },
        { key: 'open', header: t('openChallenges'), numeric: true, cell: ({ open }) => open },
      ]}
      empty={
        <EmptyState
          title={t('emptyTitle')}
          action={
            <LinkButton variant="primary" to={`${base}/nouveau`}>
              {t('add')}
            </LinkButton>
          }
        >
          {t('emptyHelp')}
        </EmptyState>
      }
    />
  )
}
