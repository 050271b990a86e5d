import { useTranslation } from 'react-i18next'
import { Select, TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { audiences } from '../piece-kinds.ts'

type Filters = { audience: (typeof audiences)[number] | null; numero: string | null }

export function TestimonyFilters({ filters, count }: { filters: Filters; count: number }) {
  const { t } = useTranslation('testimonies')
  const isFiltered = filters.audience !== null || filters.numero !== null
  return (
    <FilterBar
      label={t('filters.label')}
      submitLabel={t('filters.submit')}
      result={t('results', { count })}
      {...(isFiltered && { clear: { to: '.', label: t('filters.clear') } })}
    >
      <Select
        name="audience"
        id="filtre-audience"
        label={t('filters.audience')}
        placeholder={t('filters.all')}
        defaultValue={filters.audience ?? ''}
        options={audiences.map(value => ({ value, label: t(`audiences.${value}`) }))}
      />
      <TextField name="numero" label={t('filters.number')} defaultValue={filters.numero ?? ''} />
    </FilterBar>
  )
}
